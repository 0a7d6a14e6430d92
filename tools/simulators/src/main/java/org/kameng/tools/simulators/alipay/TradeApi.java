package org.kameng.tools.simulators.alipay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.Texts;
import org.kameng.tools.simulators.channel.Fields;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.http.Refusal;

/** The methods a platform of 直付通 calls, from the fields of {@code biz_content} to those of the answer. */
final class TradeApi {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_]{1,64}");
    private static final Pattern SUBJECT = Pattern.compile("(?s)[^/=&]{1,256}");
    private static final Pattern SMID = Pattern.compile("2088\\d{12}");
    private static final Pattern PERIOD = Pattern.compile("([1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-5])d");
    private static final Pattern SETTLE_TO = Pattern.compile("defaultSettle");
    private static final Duration CODE_LIFE = Duration.ofHours(2);

    private final Properties merchants = Texts.load("alipay-merchants.properties");
    private final Book book;
    private final KnobBox<AlipayKnobs> knobs;
    private final Clock clock;
    private final Consumer<RefundRecord> taken;

    /** @param taken learns of every refund that was taken on, whether it moved money or not */
    TradeApi(Book book, KnobBox<AlipayKnobs> knobs, Clock clock, Consumer<RefundRecord> taken) throws IOException {
        this.book = book;
        this.knobs = knobs;
        this.clock = clock;
        this.taken = taken;
    }

    Map<String, Object> call(String method, Fields fields, @Nullable String notifyUrl) {
        return switch (method) {
            case "alipay.trade.precreate" -> precreate(fields, notifyUrl);
            case "alipay.trade.query" -> query(fields);
            case "alipay.trade.close" -> close(fields);
            case "alipay.trade.refund" -> refund(fields);
            case "alipay.trade.fastpay.refund.query" -> queryRefund(fields);
            default -> throw new Refusal(400, "isv.invalid-method", "不存在的方法名");
        };
    }

    /** Only these have something to be lost when their answer is. */
    static boolean changes(String method) {
        return !method.endsWith(".query");
    }

    private Map<String, Object> precreate(Fields fields, @Nullable String notifyUrl) {
        if (notifyUrl == null) {
            throw new Refusal(400, "isv.missing-notify-url", "缺少参数: notify_url");
        }
        // 直付通: the money belongs to the merchant named here, and is settled to it after this time.
        var smid = fields.text("sub_merchant.merchant_id", SMID);
        fields.text("settle_info.settle_period_time", PERIOD);
        fields.text("settle_info.settle_detail_infos.0.trans_in_type", SETTLE_TO);
        long total = Wire.fen(fields.optional("total_amount"), "total_amount");
        if (total == 0 || total != Wire.fen(fields.optional("settle_info.settle_detail_infos.0.amount"), "amount")) {
            throw new Refusal(400, "ACQ.INVALID_PARAMETER", "参数有误: 结算金额与交易金额不一致");
        }
        var now = clock.instant();
        var expiry = fields.optional("time_expire");
        var trade = book.place(new Trade(
                fields.text("out_trade_no", NUMBER),
                smid,
                fields.text("subject", SUBJECT),
                merchants.getProperty(smid),
                total,
                notifyUrl,
                expiry == null ? now.plus(CODE_LIFE) : Wire.time(expiry),
                fields.fingerprint(),
                "https://qr.alipay.com/bax" + Numbers.hex(20),
                now,
                TradeState.PRECREATED,
                null,
                null,
                null));
        var answer = numbers(trade);
        answer.put("qr_code", trade.codeUrl());
        return answer;
    }

    private Map<String, Object> query(Fields fields) {
        var trade = trade(fields);
        var answer = transaction(trade);
        answer.put("trade_status", trade.state().name());
        answer.put("total_amount", Wire.yuan(trade.total()));
        answer.put("buyer_user_id", String.valueOf(trade.buyerId()));
        answer.put("alipay_sub_merchant_id", trade.smid());
        if (trade.paidAt() != null) {
            answer.put("send_pay_date", Wire.time(trade.paidAt()));
            answer.put("receipt_amount", Wire.yuan(trade.total()));
        }
        return answer;
    }

    private Map<String, Object> close(Fields fields) {
        var trade = trade(fields);
        book.close(trade);
        return transaction(trade);
    }

    private Map<String, Object> refund(Fields fields) {
        var trade = trade(fields);
        var trouble = knobs.get();
        var wish = new RefundRecord(
                fields.text("out_request_no", NUMBER),
                trade.outTradeNo(),
                String.valueOf(trade.transactionId()),
                trade.smid(),
                Wire.fen(fields.optional("refund_amount"), "refund_amount"),
                trade.total(),
                fields.optional("refund_reason"),
                clock.instant(),
                RefundStatus.PROCESSING,
                null);
        var known = book.findRefund(wish.outRefundNo());
        var done = book.refund(wish, trouble.subMerchantBalance(), KnobBox.hits(trouble.refundPending()));
        if (known == null) {
            taken.accept(done.refund());
        }
        var answer = transaction(trade);
        answer.put("fund_change", done.moved() ? "Y" : "N");
        answer.put("refund_fee", Wire.yuan(book.refunded(trade)));
        answer.put("buyer_user_id", String.valueOf(trade.buyerId()));
        return answer;
    }

    /** Answers 10000 whatever became of the refund; only {@code refund_status} says that the money is back. */
    private Map<String, Object> queryRefund(Fields fields) {
        var trade = trade(fields);
        var answer = transaction(trade);
        var number = fields.text("out_request_no", NUMBER);
        answer.put("out_request_no", number);
        var refund = book.findRefund(number);
        if (refund != null
                && refund.outTradeNo().equals(trade.outTradeNo())
                && refund.status() == RefundStatus.SUCCESS) {
            answer.put("refund_status", "REFUND_SUCCESS");
            answer.put("refund_amount", Wire.yuan(refund.amount()));
            answer.put("total_amount", Wire.yuan(refund.total()));
        }
        return answer;
    }

    private Trade trade(Fields fields) {
        var tradeNo = fields.optional("trade_no");
        return book.trade(tradeNo == null ? fields.optional("out_trade_no") : book.numberOf(tradeNo));
    }

    private static Map<String, Object> transaction(Trade trade) {
        var answer = numbers(trade);
        answer.put("trade_no", String.valueOf(trade.transactionId()));
        return answer;
    }

    private static Map<String, Object> numbers(Trade trade) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("out_trade_no", trade.outTradeNo());
        return answer;
    }
}
