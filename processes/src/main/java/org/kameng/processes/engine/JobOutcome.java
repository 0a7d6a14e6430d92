package org.kameng.processes.engine;

/**
 * The three ways a job can end. Reasons are plain words for the people who run the shop: no secret, no personal data.
 *
 * @param <O> the record a finished job adds to the variables
 */
public sealed interface JobOutcome<O extends Record> {

    /** The work is done, now or earlier. */
    record Done<O extends Record>(O out) implements JobOutcome<O> {}

    /** The model reacts: {@code code} is caught by a boundary event. */
    record BpmnError<O extends Record>(String code, String reason) implements JobOutcome<O> {}

    /** Not now: the engine offers the job again after a back-off, and raises an incident when its retries are used up. */
    record Retry<O extends Record>(String reason) implements JobOutcome<O> {}

    static <O extends Record> JobOutcome<O> done(O out) {
        return new Done<>(out);
    }

    static <O extends Record> JobOutcome<O> error(String code, String reason) {
        return new BpmnError<>(code, reason);
    }

    static <O extends Record> JobOutcome<O> retry(String reason) {
        return new Retry<>(reason);
    }
}
