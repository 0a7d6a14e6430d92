package org.kameng.tools.cptengine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The read models of the REST API: path, key column, and the columns that may be searched (named as on the wire). */
enum View {
    PROCESS_DEFINITIONS(
            "process-definitions",
            "processDefinitionKey name resourceName version versionTag processDefinitionId tenantId hasStartForm"
                    + " isLatestVersion"),
    PROCESS_INSTANCES(
            "process-instances",
            "processInstanceKey processDefinitionId processDefinitionName processDefinitionVersion"
                    + " processDefinitionVersionTag startDate endDate state hasIncident tenantId processDefinitionKey"
                    + " parentProcessInstanceKey parentElementInstanceKey tags"),
    ELEMENT_INSTANCES(
            "element-instances",
            "elementInstanceKey processDefinitionId startDate endDate elementId elementName type state hasIncident"
                    + " tenantId processInstanceKey processDefinitionKey incidentKey elementInstanceScopeKey"),
    VARIABLES("variables", "variableKey value isTruncated name tenantId scopeKey processInstanceKey"),
    USER_TASKS(
            "user-tasks",
            "userTaskKey name state assignee elementId candidateGroups candidateUsers processDefinitionId creationDate"
                    + " completionDate followUpDate dueDate tenantId externalFormReference processDefinitionVersion"
                    + " customHeaders priority elementInstanceKey processName processDefinitionKey processInstanceKey"
                    + " formKey"),
    INCIDENTS(
            "incidents",
            "incidentKey processDefinitionId errorType errorMessage elementId creationTime state tenantId"
                    + " processDefinitionKey processInstanceKey elementInstanceKey jobKey"),
    MESSAGE_SUBSCRIPTIONS(
            "message-subscriptions",
            "messageSubscriptionKey processDefinitionId processDefinitionKey processInstanceKey elementId"
                    + " elementInstanceKey messageSubscriptionState lastUpdatedDate messageName correlationKey tenantId"),
    CORRELATED_MESSAGE_SUBSCRIPTIONS(
            "correlated-message-subscriptions",
            "subscriptionKey correlationKey correlationTime elementId elementInstanceKey messageKey messageName"
                    + " partitionId processDefinitionId processDefinitionKey processInstanceKey tenantId"),
    DECISION_INSTANCES(
            "decision-instances",
            "decisionEvaluationInstanceKey state evaluationDate evaluationFailure decisionDefinitionId"
                    + " decisionDefinitionName decisionDefinitionVersion decisionDefinitionType result tenantId"
                    + " decisionEvaluationKey processDefinitionKey processInstanceKey decisionDefinitionKey"
                    + " elementInstanceKey evaluatedInputs matchedRules"),
    SEQUENCE_FLOWS(
            "sequence-flows",
            "sequenceFlowId processInstanceKey processDefinitionKey processDefinitionId elementId tenantId");

    /** Filters that search one entry of a list column. */
    private static final Map<String, String> LIST_FILTERS =
            Map.of("candidateGroup", "candidateGroups", "candidateUser", "candidateUsers");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    View(String path, String columns) {
        this.path = path;
        this.columns = List.of(columns.split(" "));
    }

    static Optional<View> at(String path) {
        return Arrays.stream(values()).filter(view -> view.path.equals(path)).findFirst();
    }

    List<String> columns() {
        return columns;
    }

    /** The column a filter or sort field means; an unknown one is refused, for a silently ignored filter lies. */
    String column(String field) {
        var column = LIST_FILTERS.getOrDefault(field, field);
        if (!columns.contains(column)) {
            throw Problem.invalid("cpt-engine cannot search " + path + " by '" + field + "'");
        }
        return column;
    }
}
