package org.kameng.processes.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kameng.processes.FedHouse.person;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.RowVersions;
import org.kameng.processes.FedHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox over a real PostgreSQL; the feed's rows are written by the test, no broker runs. */
class TaskInboxTest {
    private static final AtomicLong KEYS = new AtomicLong(1000);
    private static final FedHouse HOUSE = new FedHouse("inbox");

    private final Actor sam = person("sam", Role.SUPPORT_AGENT);
    private final Actor sue = person("sue", Role.SUPPORT_AGENT);
    private final TaskInbox inbox = HOUSE.bean(TaskInbox.class);

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    private TaskId task(String reference, String due, long instance) throws SQLException {
        return task("Task_ReviewPayment", Role.SUPPORT_AGENT, reference, due, instance);
    }

    private TaskId task(String element, Role candidate, String reference, String due, long instance)
            throws SQLException {
        var key = KEYS.incrementAndGet();
        HOUSE.feed("insert into engine.user_task values (1, " + key + ", " + instance
                + ", 'order-to-delivery', '" + element + "', " + key + ", '{" + candidate + "}', now() + interval '"
                + due + "', '" + reference + "', '" + reference + "', 50, 'CREATED', now(), null, " + key + ")");
        return new TaskId(1, key);
    }

    private List<TaskId> listed(Actor staff, String reference) {
        return inbox
                .list(staff, new TaskFilter(null, TaskFilter.Whose.ANY, reference), PageRequest.first(50))
                .rows()
                .stream()
                .map(TaskRow::id)
                .toList();
    }

    @Test
    void overdue_tasks_come_first_and_only_to_their_candidates() throws SQLException {
        var later = task("KMA1", "3 hours", 1);
        var soon = task("KMA2", "1 hour", 2);
        var overdue = task("KMA3", "-1 minute", 3);
        assertThat(listed(sam, "KMA")).containsExactly(overdue, soon, later);
        assertThat(inbox.count(sam).overdue()).isPositive();
        assertThat(listed(person("fina", Role.FINANCE), "KMA")).isEmpty();
        assertThatThrownBy(() -> listed(person("cust", Role.CUSTOMER), "KMA")).isInstanceOf(DomainException.class);
        var finance = person("fina", Role.FINANCE);
        assertThatThrownBy(() -> inbox.view(finance, soon)).hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThatThrownBy(() -> inbox.decide(finance, soon, new Decision("deliver", "mine")))
                .hasMessage(ErrorCode.ACCESS_DENIED.name());
    }

    @Test
    void open_tasks_are_counted_by_role_and_overseers_see_all_roles() throws SQLException {
        task("KMF1", "1 hour", 1);
        task("KMF2", "-1 minute", 1);
        var mine = inbox.groups(sam);
        assertThat(mine).singleElement().satisfies(group -> {
            assertThat(group.role()).isEqualTo(Role.SUPPORT_AGENT);
            assertThat(group.open()).isEqualTo(inbox.count(sam).open());
            assertThat(group.overdue()).isEqualTo(inbox.count(sam).overdue()).isPositive();
        });
        assertThat(inbox.groups(person("ada", Role.AUDITOR))).isEqualTo(mine);
        assertThat(inbox.groups(person("fina", Role.FINANCE))).isEmpty();
    }

    @Test
    void a_claimed_task_belongs_to_one_person_until_it_is_given_back() throws SQLException {
        var task = task("KMB1", "1 hour", 1);
        var before = HOUSE.bean(RowVersions.class).versions("inbox", List.of("SUPPORT_AGENT"));
        inbox.claim(sam, task);
        inbox.claim(sam, task);
        assertThat(HOUSE.bean(RowVersions.class).versions("inbox", List.of("SUPPORT_AGENT")))
                .isNotEqualTo(before);
        assertThat(inbox.view(sam, task).row().claimedByMe()).isTrue();
        assertThatThrownBy(() -> inbox.claim(sue, task)).hasMessage(ErrorCode.CONFLICT.name());
        assertThatThrownBy(() -> inbox.decide(sue, task, new Decision("deliver", "mine")))
                .hasMessage(ErrorCode.CONFLICT.name());
        inbox.release(sue, task);
        assertThat(inbox.view(sue, task).row().claimedBy()).isEqualTo("sam");
        inbox.release(sam, task);
        inbox.claim(sue, task);
        assertThat(inbox.list(sue, new TaskFilter(null, TaskFilter.Whose.MINE, "KMB"), PageRequest.first(5))
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_decision_needs_a_known_verdict_and_a_reason() throws SQLException {
        var task = task("KMC1", "1 hour", 1);
        assertThat(inbox.view(sam, task).verdicts()).containsExactly("deliver", "refund");
        assertThatThrownBy(() -> inbox.decide(sam, task, new Decision("keep", "why not")))
                .hasMessage(ErrorCode.INVALID_INPUT.name());
        assertThatThrownBy(() -> inbox.decide(sam, task, new Decision("deliver", "   ")))
                .hasMessage(ErrorCode.REASON_REQUIRED.name());
        assertThatThrownBy(() -> inbox.decide(sam, task, new Decision("deliver", "13812345678 called")))
                .hasMessage(ErrorCode.PHONE_IN_TEXT.name());
        assertThatThrownBy(() -> inbox.view(sam, new TaskId(9, 9))).hasMessage(ErrorCode.NOT_FOUND.name());
    }

    @Test
    void money_paid_back_by_hand_is_decided_with_the_reference_of_its_transfer_only() throws SQLException {
        var fina = person("fina", Role.FINANCE);
        var task = task("Task_SettleRefundByHand", Role.FINANCE, "RF760", "1 hour", 1);
        assertThatThrownBy(() -> inbox.decide(fina, task, new Decision("settled", "paid", " ")))
                .hasMessage(ErrorCode.INVALID_INPUT.name());
        assertThatThrownBy(() -> inbox.decide(fina, task, new Decision("settled", "paid", "7".repeat(61))))
                .hasMessage(ErrorCode.INVALID_INPUT.name());
        assertThat(inbox.decide(fina, task, new Decision("settled", "paid", "ICBC 77")))
                .isInstanceOf(DecideResult.Recorded.class);
        assertThat(HOUSE.bean(Decisions.class)
                        .latest("Task_SettleRefundByHand", "RF760")
                        .orElseThrow()
                        .proof())
                .isEqualTo("ICBC 77");
    }

    @Test
    void of_many_decisions_at_once_one_is_recorded_with_its_audit_and_outbox_row() throws Exception {
        var task = task("KMD1", "1 hour", 1);
        List<Callable<DecideResult>> people = new java.util.ArrayList<>();
        for (var i = 0; i < 20; i++) {
            var verdict = i % 2 == 0 ? "deliver" : "refund";
            people.add(() -> inbox.decide(sam, task, new Decision(verdict, "looked")));
        }
        long recorded;
        try (var threads = Executors.newFixedThreadPool(8)) {
            recorded = threads.invokeAll(people).stream()
                    .filter(result -> result.resultNow() instanceof DecideResult.Recorded)
                    .count();
        }
        assertThat(recorded).isOne();
        var sql = HOUSE.bean(JdbcClient.class);
        assertThat(sql.sql("select count(*) from outbox where topic = 'task-decided' and key = :key")
                        .param("key", task.text())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(sql.sql("select count(*) from audit_event where what = 'task.decided' and subject_no = :key")
                        .param("key", task.text())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(listed(sam, "KMD")).isEmpty();
        assertThat(inbox.view(sam, task).open()).isFalse();
        assertThat(inbox.decisions(sam, "KMD1")).hasSize(1);
    }

    @Test
    void a_decision_is_carried_to_the_task_of_a_new_instance_but_not_within_the_same_one() throws SQLException {
        var first = task("KME1", "1 hour", 7);
        inbox.decide(sam, first, new Decision("deliver", "known buyer"));
        var sameInstance = task("KME1", "1 hour", 7);
        HOUSE.bean(CarriedDecisions.class).sweep();
        assertThat(listed(sue, "KME")).containsExactly(sameInstance);
        inbox.decide(sue, sameInstance, new Decision("refund", "second look"));
        var newInstance = task("KME1", "1 hour", 8);
        HOUSE.bean(CarriedDecisions.class).sweep();
        assertThat(listed(sue, "KME")).isEmpty();
        assertThat(inbox.view(sue, newInstance).decisions().getFirst())
                .returns("refund", DecisionRow::verdict)
                .returns("sue", DecisionRow::decidedBy);
        assertThat(inbox.view(sue, newInstance).decisions())
                .filteredOn(decision -> decision.verdict().equals("refund"))
                .as("carried with the time it was made")
                .hasSize(2)
                .extracting(DecisionRow::decidedAt)
                .satisfies(times -> assertThat(times.getFirst()).isEqualTo(times.getLast()));
    }
}
