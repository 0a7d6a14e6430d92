package org.kameng.tools.simulators.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelTrade;

/**
 * One order at the channel.
 *
 * @param fingerprint of the request that made it; a repeat must ask for the same
 * @param total in fen
 */
public record Trade(
        String outTradeNo,
        String spAppid,
        String spMchid,
        String subMchid,
        String description,
        @Nullable String attach,
        @Nullable String storeName,
        long total,
        String currency,
        String notifyUrl,
        @Nullable Instant timeExpire,
        String fingerprint,
        String codeUrl,
        Instant codeIssuedAt,
        Instant createdAt,
        TradeState state,
        @Nullable String transactionId,
        @Nullable String payerOpenid,
        @Nullable Instant paidAt)
        implements ChannelTrade {

    Trade paid(String transaction, String openid, Instant at) {
        return copy(TradeState.SUCCESS, codeUrl, codeIssuedAt, transaction, openid, at);
    }

    Trade in(TradeState next) {
        return copy(next, codeUrl, codeIssuedAt, transactionId, payerOpenid, paidAt);
    }

    Trade withCode(String url, Instant at) {
        return copy(state, url, at, transactionId, payerOpenid, paidAt);
    }

    boolean isPaid() {
        return transactionId != null;
    }

    private Trade copy(
            TradeState next,
            String url,
            Instant issuedAt,
            @Nullable String transaction,
            @Nullable String openid,
            @Nullable Instant at) {
        return new Trade(
                outTradeNo,
                spAppid,
                spMchid,
                subMchid,
                description,
                attach,
                storeName,
                total,
                currency,
                notifyUrl,
                timeExpire,
                fingerprint,
                url,
                issuedAt,
                createdAt,
                next,
                transaction,
                openid,
                at);
    }
}
