package org.kameng.app.demo;

import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes once into the records of an order which story it tells, where staff read what else was done with it. */
@Component
@ConditionalOnProperty("kameng.demo.stories")
class StoryMarks {
    private static final Logger LOG = LoggerFactory.getLogger(StoryMarks.class);
    private static final Actor TELLER = Actor.system("demo");
    private static final String WHAT = "demo.story";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    StoryMarks(JdbcClient jdbc, AuditLog audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
    }

    void mark(StoryOrder story, OrderNo no) {
        if (story.tells().isEmpty() || isMarked(no)) return;
        transaction.executeWithoutResult(status ->
                audit.record(TELLER, WHAT, "order", no.value(), Map.of("story", story.id(), "tells", story.tells())));
        LOG.info("demonstration: {} is order {}", story.id(), no);
    }

    private boolean isMarked(OrderNo no) {
        return jdbc.sql("""
                        select exists (select 1 from audit_event
                          where subject_kind = 'order' and subject_no = :no and what = :what)""")
                .param("no", no.value())
                .param("what", WHAT)
                .query(Boolean.class)
                .single();
    }
}
