package org.kameng.tools.simulators.supplier;

/** Final states never change, but PARTIAL may be completed and SUCCEEDED cancelled. */
public enum OrderStatus {
    ACCEPTED,
    PROCESSING,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this != ACCEPTED && this != PROCESSING;
    }
}
