package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets exchanges with suppliers: what was asked in passing after a week, what belongs to a purchase with the purchase, what was refused at the door with the copies of what was not. */
@Component
class CallSweep implements Sweep {
    private static final Duration IN_PASSING = Duration.ofDays(7);
    /** Retention of orders, payments and deliveries. */
    private static final Duration OF_PURCHASES = Duration.ofDays(5 * 365);
    /** A copy of a push is not fresh any more after minutes at the door; this leaves time to look into one. */
    private static final Duration PUSHES = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    CallSweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "supplier-calls";
    }

    @Override
    public int sweep(int limit) {
        var forgotten = calls("purchase_no is null", IN_PASSING, limit);
        if (forgotten < limit) forgotten += calls("purchase_no is not null", OF_PURCHASES, limit - forgotten);
        if (forgotten < limit) forgotten += pushes(limit - forgotten);
        if (forgotten < limit) forgotten += refused(limit - forgotten);
        return forgotten;
    }

    private int calls(String which, Duration age, int limit) {
        return delete(
                "delete from supplier_call where id in (select id from supplier_call where " + which
                        + " and at < :before order by at limit :limit)",
                age,
                limit);
    }

    private int pushes(int limit) {
        return delete("""
                delete from supplier_event where (supplier_id, event_id) in
                  (select supplier_id, event_id from supplier_event where received_at < :before order by received_at limit :limit)""", PUSHES, limit);
    }

    private int refused(int limit) {
        return delete("""
                delete from supplier_alarm where id in (select id from supplier_alarm
                  where body_sha256 is not null and raised_at < :before order by raised_at limit :limit)""", PUSHES, limit);
    }

    private int delete(String sql, Duration age, int limit) {
        return jdbc.sql(sql)
                .param("before", SqlTime.of(clock.instant().minus(age)))
                .param("limit", limit)
                .update();
    }
}
