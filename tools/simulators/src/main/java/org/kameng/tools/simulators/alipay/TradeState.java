package org.kameng.tools.simulators.alipay;

/** Where an order stands. PRECREATED is ours: at the channel no trade exists before somebody has scanned the code. */
public enum TradeState {
    PRECREATED,
    WAIT_BUYER_PAY,
    TRADE_SUCCESS,
    TRADE_CLOSED
}
