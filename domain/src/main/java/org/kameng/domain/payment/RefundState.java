package org.kameng.domain.payment;

/** The movement of money back. ABNORMAL and CLOSED need a person; UNKNOWN is asked again, never sent under a new number. */
public enum RefundState {
    REQUESTED,
    SENT,
    UNKNOWN,
    SUCCESS,
    ABNORMAL,
    CLOSED,
    SETTLED_BY_HAND;

    /** The money is back with the buyer. */
    public boolean isSettled() {
        return switch (this) {
            case SUCCESS, SETTLED_BY_HAND -> true;
            case REQUESTED, SENT, UNKNOWN, ABNORMAL, CLOSED -> false;
        };
    }
}
