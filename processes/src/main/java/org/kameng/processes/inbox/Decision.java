package org.kameng.processes.inbox;

/** What a person decided and why; the reason is kept for the record and never travels to the engine. */
public record Decision(String verdict, String reason) {
    public static final int MAX_REASON = 500;

    public Decision {
        reason = reason.strip();
    }
}
