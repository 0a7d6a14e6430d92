package org.kameng.tools.simulators.alipay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelTrade;

/**
 * One order at the channel.
 *
 * @param total in fen
 * @param fingerprint of the request that made it; a repeat must ask for the same
 * @param transactionId the channel's {@code trade_no}, null until the code was scanned
 */
public record Trade(
        String outTradeNo,
        String smid,
        String description,
        @Nullable String storeName,
        long total,
        String notifyUrl,
        Instant timeExpire,
        String fingerprint,
        String codeUrl,
        Instant createdAt,
        TradeState state,
        @Nullable String transactionId,
        @Nullable String buyerId,
        @Nullable Instant paidAt)
        implements ChannelTrade {

    Trade scanned(String tradeNo, String buyer) {
        return copy(TradeState.WAIT_BUYER_PAY, tradeNo, buyer, paidAt);
    }

    Trade paid(String buyer, Instant at) {
        return copy(TradeState.TRADE_SUCCESS, transactionId, buyer, at);
    }

    Trade in(TradeState next) {
        return copy(next, transactionId, buyerId, paidAt);
    }

    boolean wasScanned() {
        return transactionId != null;
    }

    boolean wasPaid() {
        return paidAt != null;
    }

    private Trade copy(TradeState next, @Nullable String tradeNo, @Nullable String buyer, @Nullable Instant at) {
        return new Trade(
                outTradeNo,
                smid,
                description,
                storeName,
                total,
                notifyUrl,
                timeExpire,
                fingerprint,
                codeUrl,
                createdAt,
                next,
                tradeNo,
                buyer,
                at);
    }
}
