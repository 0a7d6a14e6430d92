package org.kameng.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** A refund as staff and the owner see it; {@code channelNo} is the number it bears at the channel now. */
public record RefundView(
        String refundNo,
        String channelNo,
        OrderNo order,
        Channel channel,
        String outTradeNo,
        String subMchid,
        RefundState state,
        Money amount,
        String reason,
        Instant requestedAt,
        @Nullable Instant settledAt,
        @Nullable String channelRefundId,
        @Nullable String failure,
        @Nullable String handReference) {}
