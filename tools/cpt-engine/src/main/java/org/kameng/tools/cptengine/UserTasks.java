package org.kameng.tools.cptengine;

import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands for native user tasks. Each returns when the engine is done, task listeners included. */
final class UserTasks {
    private final Commands commands;

    UserTasks(Commands commands) {
        this.commands = commands;
    }

    void routes(Http http) {
        http.on("POST", "/v2/user-tasks/([^/]+)/completion", this::complete)
                .on("POST", "/v2/user-tasks/([^/]+)/assignment", this::assign)
                .on("DELETE", "/v2/user-tasks/([^/]+)/assignee", this::unassign)
                .on("PATCH", "/v2/user-tasks/([^/]+)", this::update);
    }

    private @Nullable Object complete(Http.Request request) {
        var task = task(request, "complete")
                .setVariables(Commands.variables(request.body().get("variables")));
        return send(task, UserTaskIntent.COMPLETE, UserTaskIntent.COMPLETED, UserTaskIntent.COMPLETION_DENIED);
    }

    private @Nullable Object assign(Http.Request request) {
        var assignee = request.body().get("assignee");
        if (assignee == null || assignee.toString().isBlank()) {
            throw Problem.invalid("No assignee provided");
        }
        var task = task(request, "assign").setAssignee(assignee.toString());
        var mayTakeOver = !Boolean.FALSE.equals(request.body().get("allowOverride"));
        var intent = mayTakeOver ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM;
        return send(task, intent, UserTaskIntent.ASSIGNED, UserTaskIntent.ASSIGNMENT_DENIED);
    }

    private @Nullable Object unassign(Http.Request request) {
        var task = task(request, "unassign").setAssignee("");
        return send(task, UserTaskIntent.ASSIGN, UserTaskIntent.ASSIGNED, UserTaskIntent.ASSIGNMENT_DENIED);
    }

    private @Nullable Object update(Http.Request request) {
        var task = task(request, "update");
        if (request.body().get("changeset") instanceof Map<?, ?> changes) {
            if (changes.get("candidateGroups") instanceof List<?> groups) {
                task.setCandidateGroupsList(texts(groups)).setCandidateGroupsChanged();
            }
            if (changes.get("candidateUsers") instanceof List<?> users) {
                task.setCandidateUsersList(texts(users)).setCandidateUsersChanged();
            }
            if (changes.get("dueDate") instanceof String date) {
                task.setDueDate(date).setDueDateChanged();
            }
            if (changes.get("followUpDate") instanceof String date) {
                task.setFollowUpDate(date).setFollowUpDateChanged();
            }
            if (changes.get("priority") instanceof Integer priority) {
                task.setPriority(priority).setPriorityChanged();
            }
        }
        return send(task, UserTaskIntent.UPDATE, UserTaskIntent.UPDATED, UserTaskIntent.UPDATE_DENIED);
    }

    private static UserTaskRecord task(Http.Request request, String action) {
        var named = request.body().get("action");
        return new UserTaskRecord()
                .setUserTaskKey(request.key(0))
                .setAction(named == null || named.toString().isBlank() ? action : named.toString());
    }

    private @Nullable Object send(
            UserTaskRecord task, UserTaskIntent command, UserTaskIntent done, UserTaskIntent denied) {
        var key = task.getUserTaskKey();
        var outcome = commands.send(
                key,
                ValueType.USER_TASK,
                command,
                task,
                event -> event.getValueType() == ValueType.USER_TASK
                        && event.getKey() == key
                        && (event.getIntent() == done || event.getIntent() == denied));
        if (outcome.getIntent() == denied) {
            throw new Problem(409, "INVALID_STATE", denial(outcome));
        }
        return null;
    }

    private static String denial(Record<?> outcome) {
        var reason = outcome.getValue() instanceof UserTaskRecord value ? value.getDeniedReason() : "";
        return "A task listener denied the command. Reason: '" + reason + "'";
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
