package org.kameng.tools.simulators.channel;

import org.jspecify.annotations.Nullable;

/** One order at a channel, by the numbers that find it. */
public interface ChannelTrade {
    String outTradeNo();

    /** What stands in the QR code. */
    String codeUrl();

    @Nullable
    String transactionId();
}
