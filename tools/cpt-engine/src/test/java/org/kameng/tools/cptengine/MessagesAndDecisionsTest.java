package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.DecisionSelectors.byId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessagesAndDecisionsTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;

    @BeforeEach
    void deploy() {
        TwoTasks.deploy(client);
    }

    @Test
    void a_correlated_message_answers_with_the_instance_it_reached() {
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));
        var order = TwoTasks.start(client, "M1");
        context.completeUserTask("Task_Approve");
        assertThatProcessInstance(order).isWaitingForMessage("Payment confirmed", "M1");

        var reached = client.newCorrelateMessageCommand()
                .messageName("Payment confirmed")
                .correlationKey("M1")
                .variable("paid", 990)
                .send()
                .join();

        assertThat(reached.getProcessInstanceKey()).isEqualTo(order.getProcessInstanceKey());
        assertThatProcessInstance(order)
                .isCompleted()
                .hasCorrelatedMessage("Payment confirmed", "M1")
                .hasVariable("paid", 990);
    }

    @Test
    void a_message_nobody_waits_for_is_not_found() {
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> client.newCorrelateMessageCommand()
                        .messageName("Payment confirmed")
                        .correlationKey("nobody")
                        .send()
                        .join());

        assertThat(problem.code()).isEqualTo(404);
    }

    @Test
    void a_message_published_early_is_kept_for_its_time_to_live() {
        client.newPublishMessageCommand()
                .messageName("Payment confirmed")
                .correlationKey("M2")
                .timeToLive(java.time.Duration.ofMinutes(5))
                .send()
                .join();
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));

        var order = TwoTasks.start(client, "M2");
        context.completeUserTask("Task_Approve");

        assertThatProcessInstance(order).isCompleted().hasCompletedElements("EndEvent_Done");
    }

    @Test
    void a_decision_shows_its_output_and_the_rule_that_matched() {
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 70));

        var order = TwoTasks.start(client, "M3");

        assertThatProcessInstance(order).isCompleted().hasCompletedElements("EndEvent_Refused");
        assertThatDecision(byId("risk", order.getProcessInstanceKey()))
                .isEvaluated()
                .hasOutput("refuse")
                .hasMatchedRules(2)
                .hasNotMatchedRules(1);
    }
}
