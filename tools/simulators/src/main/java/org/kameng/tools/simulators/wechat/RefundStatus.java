package org.kameng.tools.simulators.wechat;

/** Where a refund stands, in the channel's words. */
public enum RefundStatus {
    PROCESSING,
    SUCCESS,
    ABNORMAL,
    CLOSED
}
