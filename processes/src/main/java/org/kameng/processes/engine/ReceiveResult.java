package org.kameng.processes.engine;

/** What became of an outbox message. */
public sealed interface ReceiveResult {

    /** Taken, now or earlier. */
    record Accepted() implements ReceiveResult {}

    /** Not now; the relay tries again with a back-off. */
    record Later(String errorCode) implements ReceiveResult {}

    /** Never: the message is parked where people see it. */
    record Rejected(String errorCode) implements ReceiveResult {}
}
