package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Corners that the two-task model does not have: message start, task listener, called process. */
class BuiltModelsTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;

    @Test
    void a_message_starts_an_instance_and_counts_as_correlated() {
        deploy(Bpmn.createExecutableProcess("started")
                .startEvent("StartEvent_Placed")
                .message("Order placed")
                .userTask("Task_Look")
                .zeebeUserTask()
                .endEvent()
                .done());

        var started = client.newCorrelateMessageCommand()
                .messageName("Order placed")
                .correlationKey("S1")
                .send()
                .join();

        assertThatProcessInstance(byKey(started.getProcessInstanceKey()))
                .isActive()
                .hasActiveElementsExactly("Task_Look")
                .hasCorrelatedMessage("Order placed", "S1");
    }

    @Test
    void completion_waits_for_the_task_listener() {
        deploy(Bpmn.createExecutableProcess("listened")
                .startEvent()
                .userTask("Task_Look")
                .zeebeUserTask()
                .zeebeTaskListener(listener -> listener.completing().type("tell"))
                .endEvent()
                .done());
        var told = context.mockJobWorker("tell").thenComplete();
        var instance = start("listened");

        context.completeUserTask("Task_Look");

        assertThat(told.getInvocations()).isEqualTo(1);
        assertThatUserTask(byElementId("Task_Look")).isCompleted();
        assertThatProcessInstance(instance).isCompleted();
    }

    @Test
    void a_called_process_is_an_instance_with_a_parent() {
        context.mockChildProcess("child");
        deploy(Bpmn.createExecutableProcess("parent")
                .startEvent()
                .callActivity("Call_Child", call -> call.zeebeProcessId("child"))
                .endEvent()
                .done());

        var parent = start("parent");

        assertThatProcessInstance(parent).isCompleted().hasCompletedElements("Call_Child");
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.parentProcessInstanceKey(parent.getProcessInstanceKey()))
                        .send()
                        .join()
                        .singleItem()
                        .getProcessDefinitionId())
                .isEqualTo("child");
    }

    private void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join();
    }

    private ProcessInstanceEvent start(String id) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .send()
                .join();
    }
}
