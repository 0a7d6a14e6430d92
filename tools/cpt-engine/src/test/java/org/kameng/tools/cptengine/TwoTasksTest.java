package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoTasksTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;

    @BeforeEach
    void deploy() {
        TwoTasks.deploy(client);
    }

    @Test
    void an_order_is_checked_approved_paid_and_done() {
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));

        var order = TwoTasks.start(client, "K1");

        assertThatProcessInstance(order).isActive().hasActiveElements("Task_Approve");
        assertThatUserTask(byElementId("Task_Approve"))
                .isCreated()
                .hasName("Approve order")
                .hasCandidateGroup("operators")
                .hasElementId("Task_Approve");
        context.completeUserTask("Task_Approve", Map.of("approved", true));
        assertThatProcessInstance(order)
                .hasCompletedElements("Task_Check", "Task_Decide", "Task_Approve")
                .hasVariable("verdict", "deliver")
                .hasVariable("approved", true)
                .isWaitingForMessage("Payment confirmed", "K1");
        client.newPublishMessageCommand()
                .messageName("Payment confirmed")
                .correlationKey("K1")
                .send()
                .join();
        assertThatProcessInstance(order)
                .isCompleted()
                .hasCompletedElements("EndEvent_Done")
                .hasCorrelatedMessage("Payment confirmed", "K1");
    }

    @Test
    void an_approval_that_takes_two_hours_is_too_late() {
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));
        var order = TwoTasks.start(client, "K2");
        assertThatProcessInstance(order).hasActiveElements("Task_Approve");

        context.increaseTime(Duration.ofMinutes(119));
        assertThatProcessInstance(order).hasActiveElementsExactly("Task_Approve");

        context.increaseTime(Duration.ofMinutes(2));
        assertThatProcessInstance(order).isCompleted().hasCompletedElements("EndEvent_Late");
        assertThatProcessInstance(order).hasTerminatedElements("Task_Approve");
    }

    @Test
    void a_job_out_of_retries_is_an_incident() {
        var order = TwoTasks.start(client, "K3");
        context.mockJobWorker("check-order")
                .withHandler((jobs, job) -> jobs.newFailCommand(job)
                        .retries(0)
                        .errorMessage("out of order")
                        .send()
                        .join());

        assertThatProcessInstance(order).hasActiveIncidents();
        var incident = client.newIncidentSearchRequest()
                .filter(filter -> filter.processInstanceKey(order.getProcessInstanceKey()))
                .send()
                .join()
                .singleItem();
        assertThat(incident.getErrorMessage()).isEqualTo("out of order");
        assertThat(incident.getElementId()).isEqualTo("Task_Check");

        client.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        assertThatProcessInstance(order).isActive();
        assertThat(client.newIncidentGetRequest(incident.getIncidentKey())
                        .send()
                        .join()
                        .getState())
                .isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void an_instance_without_trouble_has_no_incident() {
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 90));

        assertThatProcessInstance(TwoTasks.start(client, "K4"))
                .isCompleted()
                .hasNoActiveIncidents()
                .hasNotActivatedElements("Task_Approve");
    }
}
