package org.kameng.tools.simulators.supplier;

/** What the supplier says to a wish to take units back. */
public enum CancelStatus {
    AGREED,
    REFUSED,
    PENDING
}
