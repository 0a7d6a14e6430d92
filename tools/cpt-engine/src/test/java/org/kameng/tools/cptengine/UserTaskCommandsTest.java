package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Also the second test class of its fork: it runs on the engine that the other classes used. */
class UserTaskCommandsTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;
    private long task;

    @BeforeEach
    void an_order_waits_for_approval() {
        TwoTasks.deploy(client);
        context.mockJobWorker("check-order").thenComplete(Map.of("score", 10));
        var order = TwoTasks.start(client, "U1");
        assertThatProcessInstance(order).hasActiveElements("Task_Approve");
        task = client.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(order.getProcessInstanceKey()))
                .send()
                .join()
                .singleItem()
                .getUserTaskKey();
    }

    @Test
    void a_task_is_assigned_taken_over_and_given_back() {
        client.newAssignUserTaskCommand(task).assignee("olga").send().join();
        assertThatUserTask(byElementId("Task_Approve")).isCreated().hasAssignee("olga");

        var claim = client.newAssignUserTaskCommand(task).assignee("ivan").allowOverride(false);
        assertThat(status(() -> claim.send().join())).isEqualTo(409);
        client.newAssignUserTaskCommand(task)
                .assignee("ivan")
                .allowOverride(true)
                .send()
                .join();
        assertThatUserTask(byElementId("Task_Approve")).hasAssignee("ivan");

        client.newUnassignUserTaskCommand(task).send().join();
        assertThat(client.newUserTaskGetRequest(task).send().join().getAssignee())
                .isNull();
    }

    @Test
    void a_task_can_be_updated() {
        client.newUpdateUserTaskCommand(task)
                .dueDate("2031-02-03T04:05:06+08:00")
                .candidateGroups("leads")
                .priority(80)
                .send()
                .join();

        assertThatUserTask(byElementId("Task_Approve"))
                .hasPriority(80)
                .hasCandidateGroup("leads")
                .hasDueDate("2031-02-03T04:05:06+08:00");
    }

    @Test
    void a_task_is_found_by_group_and_due_date() {
        var found = client.newUserTaskSearchRequest()
                .filter(filter -> filter.candidateGroup("operators")
                        .dueDate(due -> due.lt(OffsetDateTime.parse("2030-01-01T00:00:01Z"))))
                .send()
                .join()
                .items();

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.getUserTaskKey()).isEqualTo(task);
            assertThat(one.getExternalFormReference()).isEqualTo("U1");
            assertThat(one.getProcessName()).isEqualTo("Two tasks");
        });
    }

    @Test
    void an_unknown_task_cannot_be_completed() {
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> client.newCompleteUserTaskCommand(4711).send().join());

        assertThat(problem.code()).isEqualTo(404);
        assertThat(problem.details().getTitle()).isEqualTo("NOT_FOUND");
        assertThat(problem.details().getDetail()).contains("4711");
    }

    @Test
    void a_task_cannot_be_completed_twice() {
        client.newCompleteUserTaskCommand(task).send().join();

        assertThat(status(() -> client.newCompleteUserTaskCommand(task).send().join()))
                .isIn(404, 409);
    }

    private static int status(Runnable command) {
        return catchThrowableOfType(ProblemException.class, command::run).code();
    }
}
