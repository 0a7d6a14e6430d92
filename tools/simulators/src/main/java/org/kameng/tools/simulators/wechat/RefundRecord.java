package org.kameng.tools.simulators.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelRefund;

/**
 * One refund at the channel.
 *
 * @param amount and {@code total} in fen
 * @param fingerprint of the request that made it; a repeat must ask for the same
 */
public record RefundRecord(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        String transactionId,
        String spMchid,
        String subMchid,
        long amount,
        long total,
        String currency,
        @Nullable String notifyUrl,
        @Nullable String reason,
        String account,
        String fingerprint,
        Instant createdAt,
        RefundStatus status,
        @Nullable Instant settledAt)
        implements ChannelRefund {

    RefundRecord settled(RefundStatus result, Instant at) {
        return new RefundRecord(
                outRefundNo,
                refundId,
                outTradeNo,
                transactionId,
                spMchid,
                subMchid,
                amount,
                total,
                currency,
                notifyUrl,
                reason,
                account,
                fingerprint,
                createdAt,
                result,
                at);
    }
}
