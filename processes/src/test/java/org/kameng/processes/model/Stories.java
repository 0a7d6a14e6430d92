package org.kameng.processes.model;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.util.Map;
import org.kameng.processes.engine.Answers;

/** What every story does: deploy the models, publish a message, answer a job, look where it ended. */
public final class Stories {
    private static final Duration TTL = Duration.ofDays(7);

    private final CamundaClient client;
    private final CamundaProcessTestContext context;

    public Stories(CamundaClient client, CamundaProcessTestContext context) {
        this.client = client;
        this.context = context;
    }

    public void deploy() {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("order-to-delivery.bpmn")
                .addResourceFromClasspath("supplier-purchase.bpmn")
                .addResourceFromClasspath("payment-refund.bpmn")
                .addResourceFromClasspath("order-risk.dmn")
                .send()
                .join();
    }

    public void publish(String name, String key, String messageId, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(key)
                .messageId(messageId)
                .timeToLive(TTL)
                .variables(variables)
                .send()
                .join();
    }

    public void answer(String jobType, Record... answers) {
        context.mockJobWorker(jobType).withHandler(Answers.inTurn(answers));
    }

    public void waitsAt(String processId, String elementId) {
        assertThatProcessInstance(ProcessInstanceSelectors.byProcessId(processId))
                .isActive()
                .hasActiveElements(elementId);
    }

    public void endedAt(String processId, String... elementIds) {
        assertThatProcessInstance(ProcessInstanceSelectors.byProcessId(processId))
                .isCompleted()
                .hasCompletedElements(elementIds)
                .hasNoActiveIncidents();
    }
}
