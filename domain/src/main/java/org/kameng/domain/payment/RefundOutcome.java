package org.kameng.domain.payment;

/** What the channel says about a refund in the end. */
public enum RefundOutcome {
    SUCCESS,
    ABNORMAL,
    CLOSED
}
