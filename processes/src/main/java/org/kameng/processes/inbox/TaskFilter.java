package org.kameng.processes.inbox;

import org.jspecify.annotations.Nullable;

/** Narrows the inbox; null means any. {@code businessNo} is the start of an order or refund number. */
public record TaskFilter(
        @Nullable String elementId, Whose whose, @Nullable String businessNo) {
    public static final TaskFilter ALL = new TaskFilter(null, Whose.ANY, null);

    /** Whose tasks to show. */
    public enum Whose {
        ANY,
        MINE,
        UNCLAIMED
    }
}
