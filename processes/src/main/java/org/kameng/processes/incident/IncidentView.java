package org.kameng.processes.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Role;

/**
 * One incident with all a person may know.
 *
 * @param open false when it was resolved, or lost with the broker's data
 * @param clock when the next timer of the process runs out, which moves it on without this step
 * @param technical for ADMIN only
 */
public record IncidentView(
        IncidentRow row,
        boolean open,
        @Nullable Instant clock,
        @Nullable Ask ask,
        List<Handover> handovers,
        @Nullable Technical technical) {

    /** Somebody wants it tried again. */
    public record Ask(String by, String reason, Instant at) {}

    /** Somebody gave it to a role, newest first. */
    public record Handover(Role to, String note, String by, Instant at) {}

    /**
     * Names to search logs by. No variable and no stack trace is ever among them.
     *
     * @param message what our own worker said; the engine's own messages may quote variables and are left out
     */
    public record Technical(
            long processInstanceKey,
            @Nullable Long jobKey,
            String errorType,
            @Nullable String message) {}
}
