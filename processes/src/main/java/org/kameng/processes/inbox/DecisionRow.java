package org.kameng.processes.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored decision. {@code because} tells what overtook it: words under {@code overtaken.<because>}. */
public record DecisionRow(
        TaskId task,
        String elementId,
        String reference,
        String verdict,
        String reason,
        String decidedBy,
        Instant decidedAt,
        State state,
        @Nullable String because) {
    /** RECORDED: on its way to the process; APPLIED: the process went on with it; OVERTAKEN: something else came first. */
    public enum State {
        RECORDED,
        APPLIED,
        OVERTAKEN
    }
}
