package org.kameng.processes.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a process waits for now. Words: {@code waiting.<elementId>}; while a job is repeated or stands still,
 * {@code waiting.retry} and {@code waiting.incident} with the element's words as argument 0 and the reason as argument 1. The
 * reason is what a worker said, else the engine's kind of error: words under {@code incident.kind.<KIND>}.
 *
 * @param until when the wait ends by itself: a timer, or the next try
 */
public record Waiting(
        String key,
        String elementId,
        @Nullable String reason,
        Instant since,
        @Nullable Instant until) {}
