package org.kameng.tools.enginefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kameng.tools.local.LocalServers;
import org.kameng.tools.local.ZeebeServer;

/** The jar inside a real broker 8.6.0, beside a real PostgreSQL; both are killed on the way. */
class EngineFeedIT {

    private static final BpmnModelInstance TWO_TASKS = Bpmn.createExecutableProcess("two-tasks")
            .startEvent("StartEvent_Placed")
            .message("Order placed")
            .userTask(
                    "Task_Look",
                    task -> task.zeebeUserTask()
                            .zeebeCandidateGroups("SUPPORT_AGENT")
                            .zeebeDueDate("=now() + duration(\"PT1H\")"))
            .serviceTask("Task_Work", task -> task.zeebeJobType("do-work"))
            .endEvent("EndEvent_Done")
            .done();

    private static LocalServers servers;
    private static ZeebeServer zeebe;
    private static FeedDatabase database;
    private static CamundaClient client;
    private static JobWorker worker;

    @BeforeAll
    static void start() {
        servers = LocalServers.own(Path.of("target", "feed-it").toAbsolutePath());
        database = new FeedDatabase(servers.postgres());
        database.migrate();
        zeebe = servers.zeebeWithFeed(database.name());
        client = CamundaClient.newClientBuilder()
                .grpcAddress(zeebe.grpc())
                .restAddress(zeebe.rest())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .build();
        worker = client.newWorker()
                .jobType("do-work")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .open();
    }

    @AfterAll
    static void stop() {
        worker.close();
        client.close();
        servers.end();
    }

    @Test
    void a_task_is_seen_soon_after_its_creation() throws Exception {
        deploy();
        place("WARM", 30);
        awaitTasks("WARM", 30);
        long[] millis;
        try (ScheduledExecutorService arrivals = Executors.newScheduledThreadPool(4)) {
            for (int i = 1; i <= 120; i++) {
                String orderNo = "SOON-" + i;
                // Arrivals at uneven distances, not in step with the flush.
                arrivals.schedule(() -> publish(orderNo), i * 60L + i % 7 * 9L, TimeUnit.MILLISECONDS);
            }
            millis = watch("SOON", 120).values().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
        System.out.printf(
                "engine-feed: task visible in PostgreSQL after its creation: p50 %d ms, p99 %d ms, max %d ms (%d tasks)%n",
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1],
                millis.length);
        assertThat(millis).hasSize(120);
        assertThat(millis[millis.length / 2])
                .as("p50 of %s", Arrays.toString(millis))
                .isLessThan(100);
    }

    @Test
    void a_killed_broker_loses_and_doubles_nothing() throws Exception {
        deploy();
        place("KILL-A", 60);
        awaitTasks("KILL-A", 30);
        String epoch = database.one("select max(epoch) from engine.epoch");
        zeebe.killHard();
        zeebe.start();
        place("KILL-A", 60); // what the dead broker did not answer for is sent again
        place("KILL-B", 60);
        awaitTasks("KILL-A", 60);
        awaitTasks("KILL-B", 60);

        assertThat(database.rows("select 1 from engine.epoch where lost_at is null"))
                .hasSize(1);
        completeAll("KILL-A");
        completeAll("KILL-B");
        awaitEnd("KILL-", 120);
    }

    @Test
    void a_killed_postgres_catches_up_while_the_engine_goes_on() throws Exception {
        deploy();
        place("AWAY-A", 20);
        awaitTasks("AWAY-A", 20);
        servers.postgres().killHard();
        place("AWAY-B", 100);
        servers.postgres().start();
        awaitTasks("AWAY-B", 100);
        completeAll("AWAY-A");
        completeAll("AWAY-B");
        awaitEnd("AWAY-", 120);
    }

    @Test
    void a_wiped_broker_opens_a_new_epoch_and_its_open_tasks_are_lost() {
        deploy();
        place("WIPE-A", 5);
        awaitTasks("WIPE-A", 5);
        long before = Long.parseLong(database.one("select max(epoch) from engine.epoch"));
        zeebe.wipe();
        zeebe.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.one("select lost_at is not null from engine.epoch where epoch = " + before)
                        .equals("t"));
        assertThat(database.one(
                        "select count(*) from engine.user_task where state = 'LOST' and business_no like 'WIPE-A-%'"))
                .isEqualTo("5");
        deploy();
        place("WIPE-B", 5);
        awaitTasks("WIPE-B", 5);
        assertThat(database.one(
                        "select min(epoch) = max(epoch) and min(epoch) > %d from engine.instance where business_no like 'WIPE-B-%%'"
                                .formatted(before)))
                .isEqualTo("t");
    }

    private static void deploy() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client.newDeployResourceCommand()
                                .addProcessModel(TWO_TASKS, "two-tasks.bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 1);
    }

    private static void place(String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            publish(prefix + "-" + i);
        }
    }

    /** As the relay does it: the same message id makes a second sending harmless. */
    private static void publish(String orderNo) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    try {
                        client.newPublishMessageCommand()
                                .messageName("Order placed")
                                .correlationKey(orderNo)
                                .messageId(orderNo)
                                .timeToLive(Duration.ofMinutes(10))
                                .variables(Map.of("businessNo", orderNo, "riskScore", 7))
                                .send()
                                .join();
                        return true;
                    } catch (RuntimeException e) {
                        return String.valueOf(e.getMessage()).contains("already");
                    }
                });
    }

    private static void awaitTasks(String prefix, int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Integer.parseInt(database.one(
                                "select count(distinct business_no) from engine.user_task where business_no like '%s-%%'"
                                        .formatted(prefix)))
                        >= count);
    }

    private static void completeAll(String prefix) {
        List<String> keys = database.rows(
                "select user_task_key from engine.user_task where state = 'CREATED' and business_no like '%s-%%'"
                        .formatted(prefix));
        keys.forEach(key ->
                client.newCompleteUserTaskCommand(Long.parseLong(key)).send().join());
    }

    private static void awaitEnd(String prefix, int count) {
        String like = " business_no like '%s%%'".formatted(prefix);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(database.one(
                                "select count(*), count(distinct business_no), min(state), max(state), min(end_element_id) from engine.instance where"
                                        + like))
                        .isEqualTo("%d|%d|COMPLETED|COMPLETED|EndEvent_Done".formatted(count, count)));
        assertThat(database.one("select count(*), min(state), max(state) from engine.user_task where" + like))
                .isEqualTo(count + "|COMPLETED|COMPLETED");
        // Process and four elements are entered and left once each, three flows are taken once.
        assertThat(database.rows(
                        "select distinct count(*), count(distinct (element_id, intent)) from engine.element_event join engine.instance using (epoch, process_instance_key) where"
                                + like + " group by process_instance_key"))
                .containsExactly("13|13");
        assertThat(database.rows(
                        "select distinct count(*) filter (where intent = 'CREATED'), count(*) filter (where intent = 'COMPLETED') from engine.job_event join engine.instance using (epoch, process_instance_key) where"
                                + like + " group by process_instance_key"))
                .containsExactly("1|1");
    }

    /** Milliseconds from creation to the first read that shows it, by task. */
    private static Map<Long, Long> watch(String prefix, int count) throws SQLException {
        FeedSettings settings = database.settings();
        Map<Long, Long> seen = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                PreparedStatement look = connection.prepareStatement(
                        "select user_task_key, extract(epoch from created_at) * 1000 from engine.user_task where business_no like ? and not (user_task_key = any (?))")) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(3))
                    .until(() -> {
                        look.setString(1, prefix + "-%");
                        look.setObject(
                                2,
                                seen.keySet().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray());
                        try (ResultSet row = look.executeQuery()) {
                            while (row.next()) {
                                seen.put(row.getLong(1), System.currentTimeMillis() - row.getLong(2));
                            }
                        }
                        return seen.size() >= count;
                    });
        }
        return seen;
    }
}
