package org.kameng.tools.cptengine;

import static org.kameng.tools.cptengine.View.USER_TASKS;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Native user tasks. A denied or finished change leads back to CREATED, as in the API. */
final class TaskRows {
    /** Events whose record holds the task as it stands; the others repeat what a command wished for. */
    private static final Set<UserTaskIntent> FACTS = Set.of(
            UserTaskIntent.CREATING,
            UserTaskIntent.CREATED,
            UserTaskIntent.ASSIGNED,
            UserTaskIntent.UPDATED,
            UserTaskIntent.MIGRATED,
            UserTaskIntent.COMPLETED,
            UserTaskIntent.CANCELED);

    private final Tables tables;
    private final Definitions definitions;

    TaskRows(Tables tables, Definitions definitions) {
        this.tables = tables;
        this.definitions = definitions;
    }

    void task(Record<?> record, UserTaskRecordValue value) {
        var intent = (UserTaskIntent) record.getIntent();
        var row = tables.row(USER_TASKS, record.getKey());
        if (FACTS.contains(intent)) {
            copy(value, row.key("userTaskKey", record.getKey()));
        }
        if (row.get("creationDate") == null) {
            row.set("creationDate", Row.date(record.getTimestamp()));
        }
        switch (intent) {
            case CREATING -> row.set("state", "CREATING");
            case CREATED, ASSIGNED, UPDATED, COMPLETION_DENIED, ASSIGNMENT_DENIED, UPDATE_DENIED ->
                row.set("state", "CREATED");
            case ASSIGNING, CLAIMING -> row.set("state", "ASSIGNING");
            case UPDATING -> row.set("state", "UPDATING");
            case COMPLETING -> row.set("state", "COMPLETING");
            case CANCELING -> row.set("state", "CANCELING");
            case COMPLETED -> row.set("state", "COMPLETED").set("completionDate", Row.date(record.getTimestamp()));
            case CANCELED -> row.set("state", "CANCELED").set("completionDate", Row.date(record.getTimestamp()));
            default -> {} // corrections and listener steps do not change the state
        }
    }

    private void copy(UserTaskRecordValue value, Row row) {
        var definitionKey = value.getProcessDefinitionKey();
        var name = definitions.elementName(definitionKey, value.getElementId());
        row.text("name", name == null ? value.getElementId() : name)
                .text("assignee", value.getAssignee())
                .text("elementId", value.getElementId())
                .set("candidateGroups", List.copyOf(value.getCandidateGroupsList()))
                .set("candidateUsers", List.copyOf(value.getCandidateUsersList()))
                .text("processDefinitionId", value.getBpmnProcessId())
                .text("followUpDate", value.getFollowUpDate())
                .text("dueDate", value.getDueDate())
                .text("tenantId", value.getTenantId())
                .text("externalFormReference", value.getExternalFormReference())
                .set("processDefinitionVersion", value.getProcessDefinitionVersion())
                .set("customHeaders", Map.copyOf(value.getCustomHeaders()))
                .set("priority", value.getPriority())
                .key("elementInstanceKey", value.getElementInstanceKey())
                .text("processName", definitions.processName(definitionKey))
                .key("processDefinitionKey", definitionKey)
                .key("processInstanceKey", value.getProcessInstanceKey())
                .key("formKey", value.getFormKey());
    }
}
