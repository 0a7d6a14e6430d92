package org.kameng.processes.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a process.
 *
 * @param xml the BPMN the instance runs on, with its drawing
 * @param active elements where the token stands
 * @param completed elements it has left
 * @param flows sequence flows it took
 * @param called instances that call activities of this one started, newest first
 */
public record ProcessPicture(
        String processId,
        long processInstanceKey,
        State state,
        String xml,
        Set<String> active,
        Set<String> completed,
        Set<String> flows,
        List<IncidentRow> incidents,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endElementId,
        List<ProcessPicture> called) {
    /** LOST: the broker lost its data; the reconciler starts the order again. */
    public enum State {
        ACTIVE,
        COMPLETED,
        TERMINATED,
        LOST
    }

    /** Where the process stands still until somebody helps; the message is plain words without personal data. */
    public record IncidentRow(
            String elementId, String errorType, @Nullable String message, Instant since) {}
}
