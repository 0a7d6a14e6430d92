package org.kameng.processes.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Role;

/**
 * Where a process stands still.
 *
 * @param jobType which job did not succeed, words under {@code incident.job.<type>}; null when it was none
 * @param businessNo the order or refund; of a called process that of its caller when it has none of its own
 * @param earlier how often the same job stood still before
 * @param nextTry when the house offers the job again by itself; null when it never will
 * @param handedTo whose it is; null while nobody was named
 */
public record IncidentRow(
        IncidentId id,
        String processId,
        String elementId,
        IncidentKind kind,
        @Nullable String jobType,
        @Nullable String businessNo,
        Instant since,
        int earlier,
        @Nullable Instant nextTry,
        @Nullable Role handedTo) {}
