package org.kameng.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * A verified statement of the channel that a payment succeeded; {@code payerId} is personal and never printed.
 *
 * @param subMchid the seller's number there, null where the channel does not repeat it
 */
public record ChannelNotice(
        Channel channel,
        String transactionId,
        String outTradeNo,
        @Nullable String subMchid,
        Money amount,
        @Nullable String payerId,
        Instant paidAt,
        Source source) {
    /** How we learned of it. */
    public enum Source {
        NOTIFICATION,
        QUERY
    }

    @Override
    public String toString() {
        return "ChannelNotice[" + channel + " " + transactionId + " " + outTradeNo + "]";
    }
}
