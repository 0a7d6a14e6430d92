package org.kameng.processes.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a process's life. Words: {@code timeline.<kind>} with the element's words ({@code element.<elementId>}) as
 * argument 0 and {@code detail} as argument 1.
 *
 * @param detail for RETRY and INCIDENT the reason in plain words
 * @param until for RETRY when the next try starts, for WAITING when the wait ends by itself
 */
public record TimelineEntry(
        Instant at,
        String processId,
        String elementId,
        String elementType,
        Kind kind,
        @Nullable String detail,
        @Nullable Instant until) {
    /** What happened at the element. */
    public enum Kind {
        STARTED,
        DONE,
        WAITING,
        INTERRUPTED,
        RETRY,
        ERROR,
        INCIDENT,
        ENDED
    }
}
