package org.kameng.processes.inbox;

/** What became of a decision. */
public sealed interface DecideResult {
    /** Stored; the process follows, even if the broker is away now. */
    record Recorded() implements DecideResult {}

    /** Something came first; words under {@code overtaken.<because>}: DECIDED, ENDED, LOST. */
    record Overtaken(String because) implements DecideResult {}
}
