package org.kameng.tools.simulators.alipay;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kameng.tools.simulators.channel.Handwriting;
import org.kameng.tools.simulators.channel.Notice;

/** Notifications of payments and refunds: forms that carry their signature, acknowledged by the word {@code success} alone. */
final class Letters implements Handwriting {
    /** Between the attempts: 24 h 24 min in all. */
    private static final List<Duration> RHYTHM = List.of(
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private final Wire wire;
    private final AppKeys keys;

    Letters(Wire wire, AppKeys keys) {
        this.wire = wire;
        this.keys = keys;
    }

    Notice payment(Trade trade, Instant paidAt) {
        var url = URI.create(trade.notifyUrl());
        return new Notice("PAYMENT", trade.outTradeNo(), url, paidAt, content(trade, paidAt, "TRADE_SUCCESS"));
    }

    /** A refund is told to the address of the payment; without a look at {@code out_biz_no} it reads like one. */
    Notice refund(Trade trade, RefundRecord refund, long refunded, Instant settledAt) {
        var paidAt = Objects.requireNonNull(trade.paidAt(), "only paid trades are refunded");
        var state = refunded == trade.total() ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        var content = content(trade, paidAt, state);
        content.put("out_biz_no", refund.outRefundNo());
        content.put("refund_fee", Wire.yuan(refunded));
        content.put("gmt_refund", Wire.time(settledAt));
        return new Notice("REFUND", refund.outRefundNo(), URI.create(trade.notifyUrl()), settledAt, content);
    }

    private Map<String, Object> content(Trade trade, Instant paidAt, String state) {
        var content = new LinkedHashMap<String, Object>();
        content.put("notify_type", "trade_status_sync");
        content.put("app_id", keys.appId);
        content.put("charset", "utf-8");
        content.put("version", "1.0");
        content.put("trade_no", String.valueOf(trade.transactionId()));
        content.put("out_trade_no", trade.outTradeNo());
        content.put("trade_status", state);
        content.put("total_amount", Wire.yuan(trade.total()));
        content.put("receipt_amount", Wire.yuan(trade.total()));
        content.put("seller_id", keys.sellerId);
        content.put("smid", trade.smid());
        content.put("buyer_id", String.valueOf(trade.buyerId()));
        content.put("subject", trade.description());
        content.put("gmt_create", Wire.time(trade.createdAt()));
        content.put("gmt_payment", Wire.time(paidAt));
        content.put(
                "fund_bill_list",
                "[{\"amount\":\"" + Wire.yuan(trade.total()) + "\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
        return content;
    }

    @Override
    public List<Duration> rhythm() {
        return RHYTHM;
    }

    @Override
    public boolean isReceipt(int status, String body) {
        return status == 200 && body.equals("success");
    }

    @Override
    public Notice.Letter write(Notice notice, Notice.Sent sent, Instant at) {
        var fields = new TreeMap<String, String>();
        notice.content().forEach((name, value) -> fields.put(name, value.toString()));
        fields.put("notify_id", notice.id().replace("-", ""));
        fields.put("notify_time", Wire.time(at));
        if (sent == Notice.Sent.WRONG_MERCHANT) {
            fields.put("smid", "2088999999999999");
        } else if (sent == Notice.Sent.WRONG_AMOUNT) {
            fields.computeIfPresent("total_amount", (name, yuan) -> Wire.yuan(Wire.fen(yuan, name) - 1));
        }
        fields.put("sign_type", "RSA2");
        fields.put("sign", wire.signNotice(fields, sent != Notice.Sent.FORGED));
        return new Notice.Letter(
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), Wire.encode(fields));
    }
}
