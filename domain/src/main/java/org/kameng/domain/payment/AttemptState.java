package org.kameng.domain.payment;

/** An attempt to pay. UNKNOWN: the channel did not answer clearly, ask again, never guess. */
public enum AttemptState {
    CREATED,
    READY,
    UNKNOWN,
    PAID,
    FAILED,
    CLOSED
}
