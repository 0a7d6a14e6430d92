package org.kameng.domain.payment;

import org.kameng.domain.shared.Money;

/** Asks the channel to pay back; {@code channelNo} is the idempotency key. */
public record RefundRequest(
        String channelNo,
        Channel channel,
        String outTradeNo,
        String transactionId,
        String subMchid,
        Money refund,
        Money total,
        String reason) {}
