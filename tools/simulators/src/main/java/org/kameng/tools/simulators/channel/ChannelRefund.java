package org.kameng.tools.simulators.channel;

/** One refund at a channel, by the numbers that find it. */
public interface ChannelRefund {
    String outRefundNo();

    String outTradeNo();

    String refundId();
}
