package org.kameng.tools.simulators.wechat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kameng.tools.simulators.channel.Handwriting;
import org.kameng.tools.simulators.channel.Notice;
import org.kameng.tools.simulators.http.Answer;

/** Notifications of payments and refunds: sealed, signed in the headers, answered by the status code alone. */
final class Letters implements Handwriting {
    /** Between the attempts: 24 h 4 min in all. */
    private static final List<Duration> RHYTHM = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private final Wire wire;

    Letters(Wire wire) {
        this.wire = wire;
    }

    static Notice payment(Trade trade, Instant paidAt) {
        // A notification tells of the payment; a refund that follows does not change what it said.
        var content = Documents.transaction(trade.in(TradeState.SUCCESS));
        return new Notice("TRANSACTION.SUCCESS", trade.outTradeNo(), URI.create(trade.notifyUrl()), paidAt, content);
    }

    static Notice refund(RefundRecord refund, String url, Instant settledAt) {
        var content = Documents.refundNotice(refund);
        return new Notice("REFUND." + refund.status(), refund.outRefundNo(), URI.create(url), settledAt, content);
    }

    @Override
    public List<Duration> rhythm() {
        return RHYTHM;
    }

    @Override
    public boolean isReceipt(int status, String body) {
        return status == 200 || status == 204;
    }

    @Override
    public Notice.Letter write(Notice notice, Notice.Sent sent, Instant at) {
        boolean payment = notice.type().startsWith("TRANSACTION");
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("id", notice.id());
        envelope.put("create_time", Wire.time(notice.createdAt()));
        envelope.put("resource_type", "encrypt-resource");
        envelope.put("event_type", notice.type());
        envelope.put("summary", payment ? "支付成功" : "退款结果");
        var plain = Answer.JSON.writeValueAsBytes(bend(notice.content(), sent));
        envelope.put("resource", wire.seal(payment ? "transaction" : "refund", plain));
        var body = Answer.JSON.writeValueAsString(envelope);
        var headers = new LinkedHashMap<>(wire.sign(body, at, sent != Notice.Sent.FORGED));
        headers.put("Content-Type", "application/json");
        return new Notice.Letter(headers, body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> bend(Map<String, Object> content, Notice.Sent sent) {
        if (sent != Notice.Sent.WRONG_MERCHANT && sent != Notice.Sent.WRONG_AMOUNT) {
            return content;
        }
        var bent = new LinkedHashMap<>(content);
        if (sent == Notice.Sent.WRONG_MERCHANT) {
            bent.put("sub_mchid", "1999999999");
        } else {
            var amount = new LinkedHashMap<>((Map<String, Object>) content.getOrDefault("amount", Map.of()));
            amount.replaceAll((name, value) -> value instanceof Long fen ? (Object) (fen - 1) : value);
            bent.put("amount", amount);
        }
        return bent;
    }
}
