package org.kameng.tools.simulators.alipay;

/** Where a refund stands: PROCESSING shows itself to the merchant only by the absence of a result. */
public enum RefundStatus {
    PROCESSING,
    SUCCESS
}
