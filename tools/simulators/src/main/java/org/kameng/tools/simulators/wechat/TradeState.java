package org.kameng.tools.simulators.wechat;

/** Where an order stands, in the channel's words. */
public enum TradeState {
    NOTPAY("订单未支付"),
    SUCCESS("支付成功"),
    CLOSED("订单已关闭"),
    REFUND("转入退款");

    private final String description;

    TradeState(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
