package org.kameng.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.springframework.dao.DataAccessException;

class AuditTest {
    private static final Actor ADA = DomainTestContext.person("Ada", Role.AUDITOR);
    private static final PageRequest PAGE = PageRequest.first(10);

    private final DomainTestContext domain = DomainTestContext.shared();
    private final AuditLog log = domain.bean(AuditLog.class);
    private final AuditQuery query = domain.bean(AuditQuery.class);
    private final String no = UUID.randomUUID().toString();

    @Test
    void what_was_recorded_is_read_back_newest_first_and_intact() {
        domain.inTransaction(() -> {
            log.record(ADA, "thing.made", "thing", no, Map.of("size", 3, "kind", "小"));
            log.record(Actor.system("sweep"), "thing.closed", "thing", no, Map.of());
        });
        var page = query.of(ADA, "thing", no, PAGE);
        assertThat(page.more()).isFalse();
        assertThat(page.rows()).extracting(AuditRow::what).containsExactly("thing.closed", "thing.made");
        assertThat(page.rows()).allMatch(AuditRow::intact);
        assertThat(page.rows().getLast().facts()).isEqualTo(Map.of("size", 3, "kind", "小"));
        assertThat(page.rows().getLast().actorName()).isEqualTo("Ada");
    }

    @Test
    void pages_follow_each_other() {
        domain.inTransaction(() -> {
            for (var i = 0; i < 5; i++) log.record(ADA, "thing.touched", "thing", no, Map.of("time", i));
        });
        assertThat(query.of(ADA, "thing", no, new PageRequest(0, 3)).more()).isTrue();
        var last = query.of(ADA, "thing", no, new PageRequest(3, 3));
        assertThat(last.rows()).hasSize(2);
        assertThat(last.more()).isFalse();
    }

    @Test
    void nothing_is_recorded_outside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> log.record(ADA, "thing.made", "thing", no, Map.of()))
                .withMessageContaining("AuditLog.record");
    }

    @Test
    void customers_do_not_read_the_audit() {
        var customer = DomainTestContext.person("C", Role.CUSTOMER);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> query.of(customer, "thing", no, PAGE))
                .withMessage("ACCESS_DENIED");
    }

    @Test
    void facts_that_look_like_secrets_are_refused() {
        assertThatThrownBy(() ->
                        domain.inTransaction(() -> log.record(ADA, "x", "thing", no, Map.of("password", "anything"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(query.of(ADA, "thing", no, PAGE).rows()).isEmpty();
    }

    @Test
    void phone_numbers_lose_their_middle_wherever_they_stand() {
        var facts = Map.<String, Object>of(
                "who",
                "13800000001",
                "why",
                "客户13800000001来电",
                "of",
                Map.of("all", List.of("+8613912345678", "A13800000001")));
        domain.inTransaction(() -> log.record(ADA, "x", "thing", no, facts));
        assertThat(query.of(ADA, "thing", no, PAGE).rows())
                .singleElement()
                .extracting(row -> row.facts().toString())
                .asString()
                .contains("who=138****0001", "客户138****0001来电", "A13800000001")
                .doesNotContain("=13800000001", "客户13800000001");
    }

    @Test
    void the_application_may_not_change_or_delete_what_was_recorded() {
        domain.inTransaction(() -> log.record(ADA, "thing.made", "thing", no, Map.of()));
        for (var sql : new String[] {
            "update audit_event set what = 'x'",
            "delete from audit_event",
            "truncate audit_event",
            "update audit_event_2026_11 set what = 'x'",
            "delete from audit_event_2026_11",
            "truncate audit_event_2026_11"
        }) {
            assertThatThrownBy(() -> domain.sql().sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void even_the_owner_may_not_change_or_delete_what_was_recorded() throws SQLException {
        domain.inTransaction(() -> log.record(ADA, "thing.made", "thing", no, Map.of()));
        try (var owner = domain.ownerConnection();
                var statement = owner.createStatement()) {
            for (var sql : new String[] {
                "update audit_event set what = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_event_2026_11 set what = 'x'",
                "delete from audit_event_2026_11",
                "truncate audit_event_2026_11"
            }) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("never changed or deleted");
            }
        }
        assertThat(query.of(ADA, "thing", no, PAGE).rows()).hasSize(1);
    }

    @Test
    void a_row_that_was_tampered_with_behind_the_triggers_shows_it() throws SQLException {
        domain.inTransaction(() -> log.record(ADA, "thing.made", "thing", no, Map.of()));
        try (var owner = domain.ownerConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_event disable trigger audit_event_only_grows");
            statement.execute("update audit_event set actor_name = 'Eve' where subject_no = '" + no + "'");
            statement.execute("alter table audit_event enable trigger audit_event_only_grows");
            owner.commit();
        }
        assertThat(query.of(ADA, "thing", no, PAGE).rows()).singleElement().matches(row -> !row.intact());
    }
}
