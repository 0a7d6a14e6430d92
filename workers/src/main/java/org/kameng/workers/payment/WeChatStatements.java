package org.kameng.workers.payment;

import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.shared.Money;

/** Reads what the channel states about a successful payment, whether it told us or was asked. */
final class WeChatStatements {
    private WeChatStatements() {}

    /** Null if something that a paid order always has is missing. */
    static @Nullable ChannelNotice read(Transaction told, ChannelNotice.Source source) {
        var amount = told.getAmount();
        var paidAt = time(told.getSuccessTime());
        if (amount == null
                || amount.getTotal() == null
                || amount.getCurrency() == null
                || told.getTransactionId() == null
                || told.getOutTradeNo() == null
                || told.getSubMchid() == null
                || paidAt == null) {
            return null;
        }
        return new ChannelNotice(
                Channel.WECHAT,
                told.getTransactionId(),
                told.getOutTradeNo(),
                told.getSubMchid(),
                new Money(amount.getTotal(), amount.getCurrency()),
                told.getPayer() == null ? null : told.getPayer().getSpOpenid(),
                paidAt,
                source);
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
