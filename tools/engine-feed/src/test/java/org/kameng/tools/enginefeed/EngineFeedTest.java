package org.kameng.tools.enginefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineFeedTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final FeedDatabase database = FeedDatabase.migrated();
    private final BrokerLog log = new BrokerLog(START).definition().waitingOrder(1000, "ORD-1");
    private final FakeBroker broker = new FakeBroker(database.settings(), log);

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void an_order_that_waits_for_a_person_is_told_table_by_table() {
        broker.start().exportAll().untilAcknowledged();

        assertThat(database.one("select bpmn_process_id, version, xml from engine.process_definition"))
                .isEqualTo("two-tasks|3|<bpmn/>");
        assertThat(
                        database.one(
                                "select business_no, state, version, started_at at time zone 'UTC', ended_at, parent_instance_key, end_element_id from engine.instance"))
                .isEqualTo("ORD-1|ACTIVE|3|2026-11-22 10:00:00.021|null|null|null");
        assertThat(
                        database.one(
                                "select element_id, candidate_groups, due_at at time zone 'UTC', external_reference, business_no, priority, state, ended_at from engine.user_task"))
                .isEqualTo("Task_Look|{SUPPORT_AGENT,FINANCE}|2026-11-23 00:00:00|ref-1000|ORD-1|70|CREATED|null");
        assertThat(database.rows(
                        "select element_id, element_type, intent, month from engine.element_event order by position"))
                .containsExactly(
                        "two-tasks|PROCESS|ELEMENT_ACTIVATED|2026-11-01",
                        "Task_Work|SERVICE_TASK|ELEMENT_ACTIVATED|2026-11-01",
                        "Task_Work|SERVICE_TASK|ELEMENT_COMPLETED|2026-11-01",
                        "Flow_1|SEQUENCE_FLOW|SEQUENCE_FLOW_TAKEN|2026-11-01",
                        "Task_Look|USER_TASK|ELEMENT_ACTIVATED|2026-11-01");
        assertThat(
                        database.rows(
                                "select intent, retries, worker, error_message, retry_at - at from engine.job_event order by position"))
                .containsExactly(
                        "CREATED|3|worker-1|null|null",
                        "FAILED|2|worker-1|the channel was silent|00:00:20",
                        "COMPLETED|2|worker-1|null|null");
        assertThat(database.one("select error_type, state, job_key, resolved_at - created_at from engine.incident"))
                .isEqualTo("JOB_NO_RETRIES|RESOLVED|1002|00:00:00.007");
        assertThat(database.one("select element_id, state, due_at at time zone 'UTC' from engine.timer"))
                .isEqualTo("Timer_Due|WAITING|2026-11-22 10:15:00");
        assertThat(database.one("select position, partition_id from engine.feed_state"))
                .isEqualTo(log.records.getLast().getPosition() + "|1");
    }

    @Test
    void the_end_of_an_order_reaches_rows_written_long_before() {
        broker.start().exportAll().untilAcknowledged();
        log.doneOrder(1000);
        broker.exportAll().untilAcknowledged();

        assertThat(database.one(
                        "select state, end_element_id, business_no, ended_at > started_at from engine.instance"))
                .isEqualTo("COMPLETED|EndEvent_Done|ORD-1|t");
        assertThat(database.one("select state, ended_at > created_at, business_no from engine.user_task"))
                .isEqualTo("COMPLETED|t|ORD-1");
        assertThat(database.one("select state from engine.timer")).isEqualTo("CANCELED");
    }

    @Test
    void a_called_instance_knows_its_parent_and_takes_its_number_from_the_variable() {
        log.child(2000, 1000, ProcessInstanceIntent.ELEMENT_ACTIVATING)
                .variable(2000, 2000, "businessNo", "\"REF-1\"")
                .variable(2000, 2555, "businessNo", "\"LOCAL\"")
                .variable(2000, 2000, "orderNo", "\"SECRET-OTHER\"");
        broker.start().exportAll().untilAcknowledged();

        assertThat(
                        database.one(
                                "select business_no, parent_instance_key, state from engine.instance where process_instance_key = 2000"))
                .isEqualTo("REF-1|1000|ACTIVE");
    }

    @Test
    void a_second_run_over_the_same_log_changes_nothing() {
        log.doneOrder(1000).waitingOrder(3000, "ORD-3");
        broker.start().exportAll().untilAcknowledged();
        List<String> once = database.dump();
        broker.stop();
        broker.forget();
        broker.start().exportAll().untilAcknowledged();

        assertThat(database.dump()).isEqualTo(once);
        assertThat(database.rows("select epoch from engine.epoch")).hasSize(1);
    }

    @Test
    void a_broker_that_kept_its_token_goes_on_in_its_epoch() {
        broker.start().exportAll().untilAcknowledged();
        broker.stop();
        log.doneOrder(1000);
        broker.start().exportAll().untilAcknowledged();

        assertThat(database.one("select lost_at from engine.epoch")).isEqualTo("null");
        assertThat(database.one("select state from engine.instance")).isEqualTo("COMPLETED");
    }

    @Test
    void a_new_log_leaves_the_open_rows_of_the_old_one_lost() {
        log.waitingOrder(3000, "ORD-3").doneOrder(3000);
        broker.start().exportAll().untilAcknowledged();
        broker.stop();
        BrokerLog fresh = new BrokerLog(START.plusSeconds(3600)).definition().waitingOrder(1000, "ORD-9");
        FakeBroker wiped = new FakeBroker(database.settings(), fresh).start();
        wiped.exportAll().untilAcknowledged();
        wiped.stop();

        assertThat(database.rows(
                        "select business_no, state, epoch from engine.instance order by epoch, process_instance_key"))
                .containsExactly("ORD-1|LOST|1", "ORD-3|COMPLETED|1", "ORD-9|ACTIVE|2");
        assertThat(database.rows("select state from engine.user_task order by epoch, user_task_key"))
                .containsExactly("LOST", "COMPLETED", "CREATED");
        assertThat(database.rows("select state from engine.timer order by epoch, timer_key"))
                .containsExactly("LOST", "CANCELED", "WAITING");
        assertThat(database.rows("select lost_at is null from engine.epoch order by epoch"))
                .containsExactly("f", "t");
    }

    @Test
    void a_log_that_stays_silent_is_a_new_one_unless_its_first_record_says_otherwise() {
        broker.start().exportAll().untilAcknowledged();
        List<String> before = database.dump();
        broker.stop();
        broker.forget();
        broker.start(); // and, for whatever reason, exports nothing yet
        await().atMost(Duration.ofSeconds(15))
                .until(() -> database.one("select state from engine.instance").equals("LOST"));
        assertThat(database.rows("select lost_at is null from engine.epoch order by epoch"))
                .containsExactly("f", "t");

        broker.exportAll().untilAcknowledged(); // it was the old log after all
        assertThat(database.dump()).isEqualTo(before);
        assertThat(database.rows("select lost_at is null from engine.epoch order by epoch"))
                .containsExactly("t", "f");
    }

    @Test
    void with_postgres_away_nothing_is_acknowledged_and_afterwards_nothing_is_missing() throws Exception {
        try (CuttableLine line = new CuttableLine(database.port())) {
            FeedSettings direct = database.settings();
            String url = direct.url().replace(":" + database.port(), ":" + line.port());
            FakeBroker far = new FakeBroker(new FeedSettings(url, direct.user(), direct.password()), log).start();
            far.exportAll().untilAcknowledged();
            long known = far.acknowledged();
            line.cut();
            for (long order = 2; order <= 700; order++) {
                log.waitingOrder(order * 1000, "ORD-" + order).doneOrder(order * 1000);
            }
            assertThatThrownBy(() -> {
                        while (true) {
                            far.exportAll();
                        }
                    })
                    .isInstanceOf(FeedBehindException.class);
            assertThat(far.exported()).isBetween(Batches.CAPACITY, log.records.size() - 1);
            assertThat(far.acknowledged()).isEqualTo(known);

            line.mend();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreException(FeedBehindException.class)
                    .until(() -> {
                        far.exportAll();
                        return true;
                    });
            far.untilAcknowledged();
            far.stop();
        }
        assertThat(database.one("select count(*), count(*) filter (where state = 'COMPLETED') from engine.instance"))
                .isEqualTo("700|699");
        assertThat(database.one("select count(*) from engine.element_event")).isEqualTo(String.valueOf(5 + 699 * 9));
    }

    @Test
    void a_schema_that_comes_later_is_waited_for() {
        FeedDatabase empty = FeedDatabase.empty();
        FakeBroker early = new FakeBroker(empty.settings(), log).start();
        early.exportAll();
        await().during(Duration.ofMillis(400)).until(() -> early.acknowledged() == -1);
        empty.migrate();
        early.untilAcknowledged();
        early.stop();

        assertThat(empty.one("select business_no from engine.instance")).isEqualTo("ORD-1");
    }

    @Test
    void no_variable_but_the_business_number_and_no_long_message_is_kept() {
        log.variable(1000, 1000, "cardSecret", "\"SECRET-VARIABLE\"")
                .variable(1000, 1000, "businessNo", "{\"a\":\"SECRET-OBJECT\"}")
                .job(1000, 1002, JobIntent.FAILED, 1, "x".repeat(499) + "\0yz" + "SECRET-TAIL")
                .incident(1000, 1003, IncidentIntent.CREATED, "鱼".repeat(600));
        broker.start().exportAll().untilAcknowledged();

        assertThat(String.join("\n", database.dump())).doesNotContain("SECRET");
        assertThat(database.one("select max(length(error_message)) from engine.job_event"))
                .isEqualTo("499");
        assertThat(database.one("select max(length(error_message)) from engine.incident"))
                .isEqualTo("500");
        assertThat(database.one("select business_no from engine.instance")).isEqualTo("ORD-1");
    }

    @Test
    void the_arguments_are_checked_before_anything_is_opened() {
        assertThatThrownBy(() -> FeedSettings.of(Map.of("url", "jdbc:postgresql://x/y", "user", "u")))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> FeedSettings.of(Map.of("url", "jdbc:h2:x", "user", "u", "password", "p")))
                .hasMessageContaining("url");
        assertThat(FeedSettings.of(Map.of("URL", "jdbc:postgresql://x/y", "User", "u", "PASSWORD", "hidden")))
                .hasToString("u at jdbc:postgresql://x/y");
        broker.start();
    }
}
