package org.kameng.workers.payment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;

/** The fields of one notification; they name the payer, so they are never printed. */
record AlipayNotice(Map<String, String> fields) {
    AlipayNotice {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException for what is no form */
    static AlipayNotice of(byte[] form) {
        var fields = new HashMap<String, String>();
        for (var pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new AlipayNotice(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
