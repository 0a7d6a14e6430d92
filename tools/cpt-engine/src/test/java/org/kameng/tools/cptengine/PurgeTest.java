package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order matters here: each test looks for what the one before it left behind. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurgeTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;

    @Test
    @Order(1)
    void a_test_leaves_a_mock_an_instance_and_a_turned_clock() {
        TwoTasks.deploy(client);
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));
        context.increaseTime(Duration.ofDays(400));
        assertThatProcessInstance(TwoTasks.start(client, "P1")).hasActiveElements("Task_Approve");
        assertThat(context.getCurrentTime()).isAfter(Instant.now().plus(Duration.ofDays(399)));
    }

    @Test
    @Order(2)
    void the_next_test_finds_an_empty_engine_and_the_machines_time() {
        assertThat(client.newProcessInstanceSearchRequest().send().join().items())
                .isEmpty();
        assertThat(client.newProcessDefinitionSearchRequest().send().join().items())
                .isEmpty();
        assertThat(client.newUserTaskSearchRequest().send().join().items()).isEmpty();
        assertThat(context.getCurrentTime()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    @Order(3)
    void the_mock_of_an_earlier_test_takes_no_job() {
        TwoTasks.deploy(client);

        var order = TwoTasks.start(client, "P3");

        assertThatProcessInstance(order).hasActiveElementsExactly("Task_Check");
        context.completeJob("check-order", Map.of("score", 90));
        assertThatProcessInstance(order).isCompleted().hasCompletedElements("EndEvent_Refused");
    }

    @Nested
    class Within_a_nested_class {
        @Test
        void the_engine_is_the_same() {
            TwoTasks.deploy(client);
            assertThatProcessInstance(TwoTasks.start(client, "P4")).isActive();
        }
    }
}
