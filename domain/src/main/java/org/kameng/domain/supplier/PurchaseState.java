package org.kameng.domain.supplier;

/** Where a purchase stands. Only FAILED means "never charged and never delivered"; UNKNOWN is asked about, never bought again. */
public enum PurchaseState {
    /** Committed before the call; the supplier may or may not know it. */
    INTENDED,
    PROCESSING,
    UNKNOWN,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    /** Ended with something that must not be delivered: a case for a person. */
    BAD_GOODS;

    /** The supplier still owes us the end. */
    public boolean isOpen() {
        return switch (this) {
            case INTENDED, PROCESSING, UNKNOWN -> true;
            case SUCCEEDED, PARTIAL, FAILED, BAD_GOODS -> false;
        };
    }
}
