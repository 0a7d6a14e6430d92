package org.kameng.workers.payment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;

/** The fields of one notification; they name the payer, so they are never printed. */
record AlipayNotice(Map<String, String> fields) {
    AlipayNotice {
        fields = Map.copyOf(fields);
    }

    /** The fields of a form; of a name that comes twice the first counts. */
    static AlipayNotice of(Map<String, String[]> form) {
        var fields = new HashMap<String, String>();
        form.forEach((name, values) -> fields.put(name, values.length == 0 ? "" : values[0]));
        return new AlipayNotice(fields);
    }

    /** One text for one notification, whatever the order of its fields; for the record of a refusal. */
    byte[] digestible() {
        return new TreeMap<>(fields).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Nullable
    String get(String name) {
        var value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    @Nullable
    Instant sentAt() {
        return AlipayText.instant(get("notify_time"));
    }

    /** A refund is told in the words of the payment it belongs to; only these fields tell them apart. */
    boolean isRefund() {
        return get("out_biz_no") != null || get("gmt_refund") != null;
    }

    /** Null if something that a paid trade always has is missing. */
    @Nullable
    ChannelNotice payment() {
        var tradeNo = get("trade_no");
        var outTradeNo = get("out_trade_no");
        var amount = AlipayText.money(get("total_amount"));
        var paidAt = AlipayText.instant(get("gmt_payment"));
        if (tradeNo == null || outTradeNo == null || amount == null || paidAt == null) {
            return null;
        }
        return new ChannelNotice(
                Channel.ALIPAY,
                tradeNo,
                outTradeNo,
                get("smid"),
                amount,
                AlipayChannel.payer(get("buyer_id"), get("buyer_open_id")),
                paidAt,
                ChannelNotice.Source.NOTIFICATION);
    }

    @Override
    public String toString() {
        return "AlipayNotice[" + get("out_trade_no") + "]";
    }
}
