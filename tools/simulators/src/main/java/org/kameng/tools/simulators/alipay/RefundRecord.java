package org.kameng.tools.simulators.alipay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelRefund;

/**
 * One refund at the channel.
 *
 * @param outRefundNo the merchant's {@code out_request_no}; here unique over all trades, which is stricter than the channel
 * @param amount and {@code total} in fen
 */
public record RefundRecord(
        String outRefundNo,
        String outTradeNo,
        String transactionId,
        String smid,
        long amount,
        long total,
        @Nullable String reason,
        Instant createdAt,
        RefundStatus status,
        @Nullable Instant settledAt)
        implements ChannelRefund {

    /** The channel gives refunds no number of their own. */
    @Override
    public String refundId() {
        return outRefundNo;
    }

    RefundRecord settled(Instant at) {
        return new RefundRecord(
                outRefundNo,
                outTradeNo,
                transactionId,
                smid,
                amount,
                total,
                reason,
                createdAt,
                RefundStatus.SUCCESS,
                at);
    }

    boolean isSameAs(RefundRecord other) {
        return outTradeNo.equals(other.outTradeNo) && amount == other.amount;
    }
}
