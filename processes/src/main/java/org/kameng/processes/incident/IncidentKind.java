package org.kameng.processes.incident;

import java.util.Arrays;

/** Why the engine stopped, by its own names of 8.6 and 8.8; words under {@code incident.kind.<KIND>}. */
public enum IncidentKind {
    UNKNOWN,
    IO_MAPPING_ERROR,
    JOB_NO_RETRIES,
    EXECUTION_LISTENER_NO_RETRIES,
    TASK_LISTENER_NO_RETRIES,
    AD_HOC_SUB_PROCESS_NO_RETRIES,
    CONDITION_ERROR,
    EXTRACT_VALUE_ERROR,
    CALLED_ELEMENT_ERROR,
    UNHANDLED_ERROR_EVENT,
    MESSAGE_SIZE_EXCEEDED,
    CALLED_DECISION_ERROR,
    DECISION_EVALUATION_ERROR,
    FORM_NOT_FOUND,
    RESOURCE_NOT_FOUND;

    static IncidentKind of(String errorType) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(errorType))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
