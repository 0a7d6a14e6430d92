package org.kameng.tools.cptengine;

import static org.kameng.tools.cptengine.View.ELEMENT_INSTANCES;
import static org.kameng.tools.cptengine.View.INCIDENTS;
import static org.kameng.tools.cptengine.View.PROCESS_DEFINITIONS;
import static org.kameng.tools.cptengine.View.PROCESS_INSTANCES;
import static org.kameng.tools.cptengine.View.SEQUENCE_FLOWS;
import static org.kameng.tools.cptengine.View.VARIABLES;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.List;
import java.util.Objects;

/** Process definitions, process and element instances, flows, variables and incidents. The process itself is no element. */
final class InstanceRows {
    private final Tables tables;
    private final Definitions definitions;

    InstanceRows(Tables tables, Definitions definitions) {
        this.tables = tables;
        this.definitions = definitions;
    }

    void process(Record<?> record, Process value) {
        if (record.getIntent() == ProcessIntent.DELETED) {
            tables.remove(PROCESS_DEFINITIONS, value.getProcessDefinitionKey());
        }
        if (record.getIntent() != ProcessIntent.CREATED) {
            return;
        }
        var definition = definitions.add(value);
        tables.all(PROCESS_DEFINITIONS).stream()
                .filter(row -> value.getBpmnProcessId().equals(row.get("processDefinitionId")))
                .forEach(row -> row.set("isLatestVersion", false));
        tables.row(PROCESS_DEFINITIONS, value.getProcessDefinitionKey())
                .key("processDefinitionKey", value.getProcessDefinitionKey())
                .text("name", definition.name())
                .text("resourceName", value.getResourceName())
                .set("version", value.getVersion())
                .text("versionTag", value.getVersionTag())
                .text("processDefinitionId", value.getBpmnProcessId())
                .text("tenantId", value.getTenantId())
                .set("hasStartForm", definition.hasStartForm())
                .set("isLatestVersion", true);
    }

    void element(Record<?> record, ProcessInstanceRecordValue value) {
        switch ((ProcessInstanceIntent) record.getIntent()) {
            case ELEMENT_ACTIVATING, ELEMENT_ACTIVATED -> entered(record, value, true);
            case ELEMENT_MIGRATED -> entered(record, value, false);
            case ELEMENT_COMPLETED -> left(record, value, "COMPLETED");
            case ELEMENT_TERMINATED -> left(record, value, "TERMINATED");
            case SEQUENCE_FLOW_TAKEN -> flow(value);
            default -> {} // steps on the way, and commands
        }
    }

    private void entered(Record<?> record, ProcessInstanceRecordValue value, boolean started) {
        if (value.getBpmnElementType() == BpmnElementType.PROCESS) {
            instance(record, value);
            return;
        }
        var row = tables.row(ELEMENT_INSTANCES, record.getKey());
        if (started && row.get("startDate") == null) {
            row.set("startDate", Row.date(record.getTimestamp()))
                    .set("state", "ACTIVE")
                    .set("hasIncident", false);
        }
        var name = definitions.elementName(value.getProcessDefinitionKey(), value.getElementId());
        row.key("elementInstanceKey", record.getKey())
                .text("processDefinitionId", value.getBpmnProcessId())
                .text("elementId", value.getElementId())
                // the API never leaves the name empty
                .text("elementName", name == null ? value.getElementId() : name)
                .text("type", value.getBpmnElementType().name())
                .text("tenantId", value.getTenantId())
                .key("processInstanceKey", value.getProcessInstanceKey())
                .key("processDefinitionKey", value.getProcessDefinitionKey())
                .key("elementInstanceScopeKey", value.getFlowScopeKey());
    }

    private void instance(Record<?> record, ProcessInstanceRecordValue value) {
        var row = tables.row(PROCESS_INSTANCES, record.getKey());
        if (row.get("startDate") == null) {
            row.set("startDate", Row.date(record.getTimestamp()))
                    .set("state", "ACTIVE")
                    .set("hasIncident", false);
        }
        var definitionKey = value.getProcessDefinitionKey();
        row.key("processInstanceKey", record.getKey())
                .text("processDefinitionId", value.getBpmnProcessId())
                .text("processDefinitionName", definitions.processName(definitionKey))
                .set("processDefinitionVersion", value.getVersion())
                .text(
                        "processDefinitionVersionTag",
                        definitions
                                .find(definitionKey)
                                .map(Definitions.Definition::versionTag)
                                .orElse(null))
                .key("processDefinitionKey", definitionKey)
                .key("parentProcessInstanceKey", value.getParentProcessInstanceKey())
                .key("parentElementInstanceKey", value.getParentElementInstanceKey())
                .text("tenantId", value.getTenantId())
                .set("tags", List.copyOf(value.getTags()));
    }

    private void left(Record<?> record, ProcessInstanceRecordValue value, String state) {
        var end = Row.date(record.getTimestamp());
        var view = value.getBpmnElementType() == BpmnElementType.PROCESS ? PROCESS_INSTANCES : ELEMENT_INSTANCES;
        tables.row(view, record.getKey()).set("state", state).set("endDate", end);
    }

    private void flow(ProcessInstanceRecordValue value) {
        var id = value.getProcessInstanceKey() + "_" + value.getElementId();
        tables.row(SEQUENCE_FLOWS, id)
                .text("sequenceFlowId", id)
                .key("processInstanceKey", value.getProcessInstanceKey())
                .key("processDefinitionKey", value.getProcessDefinitionKey())
                .text("processDefinitionId", value.getBpmnProcessId())
                .text("elementId", value.getElementId())
                .text("tenantId", value.getTenantId());
    }

    void variable(Record<?> record, VariableRecordValue value) {
        tables.row(VARIABLES, record.getKey())
                .key("variableKey", record.getKey())
                .set("value", value.getValue())
                .set("isTruncated", false)
                .text("name", value.getName())
                .text("tenantId", value.getTenantId())
                .key("scopeKey", value.getScopeKey())
                .key("processInstanceKey", value.getProcessInstanceKey());
    }

    void incident(Record<?> record, IncidentRecordValue value) {
        var row = tables.row(INCIDENTS, record.getKey());
        if (record.getIntent() == IncidentIntent.RESOLVED) {
            row.set("state", "RESOLVED");
        } else {
            row.key("incidentKey", record.getKey())
                    .text("processDefinitionId", value.getBpmnProcessId())
                    .text("errorType", value.getErrorType().name())
                    .text("errorMessage", value.getErrorMessage())
                    .text("elementId", value.getElementId())
                    .text("tenantId", value.getTenantId())
                    .key("processDefinitionKey", value.getProcessDefinitionKey())
                    .key("processInstanceKey", value.getProcessInstanceKey())
                    .key("elementInstanceKey", value.getElementInstanceKey())
                    .key("jobKey", value.getJobKey())
                    .set("state", "ACTIVE");
        }
        if (row.get("creationTime") == null) {
            row.set("creationTime", Row.date(record.getTimestamp()));
        }
        mark(ELEMENT_INSTANCES, "elementInstanceKey", value.getElementInstanceKey());
        mark(PROCESS_INSTANCES, "processInstanceKey", value.getProcessInstanceKey());
    }

    private void mark(View view, String column, long key) {
        var id = Long.toString(key);
        var open = tables.all(INCIDENTS).stream()
                .filter(row -> id.equals(row.get(column)) && Objects.equals(row.get("state"), "ACTIVE"))
                .findFirst();
        tables.find(view, id).ifPresent(row -> {
            row.set("hasIncident", open.isPresent());
            if (view == ELEMENT_INSTANCES) {
                row.set("incidentKey", open.map(one -> one.get("incidentKey")).orElse(null));
            }
        });
    }
}
