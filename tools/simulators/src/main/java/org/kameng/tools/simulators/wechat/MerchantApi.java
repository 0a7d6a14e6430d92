package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Texts;
import org.kameng.tools.simulators.channel.Fields;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** The calls a platform makes: native orders and refunds of 平台收付通. */
final class MerchantApi {
    private static final Pattern ANY = Pattern.compile("(?s).{1,256}");
    private static final Pattern MERCHANT = Pattern.compile("\\d{8,10}");
    private static final Pattern TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-|*]{6,32}");
    private static final Pattern REFUND_NO = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");
    private static final Pattern DESCRIPTION = Pattern.compile("(?s).{1,127}");
    private static final Pattern URL = Pattern.compile("https?://[^?#\\s]{1,240}");
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final Properties sellers = Texts.load("sub-merchants.properties");
    private final MerchantKeys keys;
    private final Book book;
    private final KnobReader knobs;
    private final Clock clock;
    private final Events events;

    /** What the channel does on its own after a call. */
    interface Events {
        void refundAccepted(RefundRecord refund);
    }

    @FunctionalInterface
    interface KnobReader {
        WeChatKnobs get();
    }

    MerchantApi(MerchantKeys keys, Book book, KnobReader knobs, Clock clock, Events events) throws IOException {
        this.keys = keys;
        this.book = book;
        this.knobs = knobs;
        this.clock = clock;
        this.events = events;
    }

    void route(Router router, Gate gate) {
        var orders = "/v3/pay/partner/transactions";
        router.add("POST", orders + "/native", gate.around(this::prepay));
        router.add("GET", orders + "/out-trade-no/{no}", gate.around(this::queryByNumber));
        router.add("GET", orders + "/id/{id}", gate.around(this::queryById));
        router.add("POST", orders + "/out-trade-no/{no}/close", gate.around(this::close));
        router.add("POST", "/v3/ecommerce/refunds/apply", gate.around(this::refund));
        router.add("GET", "/v3/ecommerce/refunds/out-refund-no/{no}", gate.around(this::queryRefund));
        router.add("GET", "/v3/ecommerce/refunds/id/{id}", gate.around(this::queryRefundById));
    }

    private Answer prepay(Request request) {
        var fields = Fields.of(request);
        requirePlatform(fields.text("sp_mchid", ANY), fields.text("sp_appid", ANY));
        var now = clock.instant();
        var trade = new Trade(
                fields.text("out_trade_no", TRADE_NO),
                fields.text("sp_appid", ANY),
                fields.text("sp_mchid", ANY),
                fields.text("sub_mchid", MERCHANT),
                fields.text("description", DESCRIPTION),
                fields.optional("attach"),
                seller(fields),
                fields.positive("amount.total"),
                currency(fields),
                fields.text("notify_url", URL),
                expiry(fields),
                fields.fingerprint(),
                "weixin://wxpay/bizpayurl?pr=" + Numbers.hex(18),
                now,
                now,
                TradeState.NOTPAY,
                null,
                null,
                null);
        var known = book.find(trade.outTradeNo());
        if (known == null && trade.timeExpire() != null) {
            requireLife(trade.timeExpire());
        }
        return Answer.json(200, Map.of("code_url", book.place(trade).codeUrl()));
    }

    private @Nullable String seller(Fields fields) {
        var store = fields.optional("scene_info.store_info.name");
        return store != null ? store : sellers.getProperty(fields.text("sub_mchid", MERCHANT));
    }

    private static String currency(Fields fields) {
        var currency = fields.optional("amount.currency");
        if (currency != null && !currency.equals("CNY")) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误: amount.currency");
        }
        return "CNY";
    }

    private static @Nullable Instant expiry(Fields fields) {
        var text = fields.optional("time_expire");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误: time_expire");
        }
    }

    private void requireLife(Instant expiry) {
        if (expiry.isBefore(clock.instant().plus(SHORTEST_LIFE).minusSeconds(2))) {
            throw new Refusal(400, "PARAM_ERROR", "time_expire 距当前时间须大于一分钟");
        }
    }

    private void requirePlatform(@Nullable String mchid, @Nullable String appid) {
        if (!keys.spMchid.equals(mchid)) {
            throw new Refusal(400, "PARAM_ERROR", "sp_mchid 与签名商户号不一致");
        }
        if (appid != null && !keys.spAppid.equals(appid)) {
            throw new Refusal(400, "APPID_MCHID_NOT_MATCH", "appid 与商户号不匹配");
        }
    }

    private Answer queryByNumber(Request request) {
        requirePlatform(request.parameter("sp_mchid"), null);
        return Answer.json(200, Documents.transaction(book.trade(request.variable("no"), subMerchant(request))));
    }

    private Answer queryById(Request request) {
        requirePlatform(request.parameter("sp_mchid"), null);
        return Answer.json(200, Documents.transaction(book.transaction(request.variable("id"), subMerchant(request))));
    }

    private Answer close(Request request) {
        var fields = Fields.of(request);
        requirePlatform(fields.text("sp_mchid", ANY), null);
        book.close(request.variable("no"), fields.text("sub_mchid", MERCHANT));
        return Answer.empty(204);
    }

    private Answer refund(Request request) {
        var fields = Fields.of(request);
        requirePlatform(keys.spMchid, fields.text("sp_appid", ANY));
        var refundNo = fields.text("out_refund_no", REFUND_NO);
        var subMchid = fields.text("sub_mchid", MERCHANT);
        var trade = tradeToRefund(fields, subMchid);
        var now = clock.instant();
        var account = fields.optional("refund_account");
        var wish = new RefundRecord(
                refundNo,
                Book.newRefundId(now),
                trade.outTradeNo(),
                String.valueOf(trade.transactionId()),
                trade.spMchid(),
                subMchid,
                fields.positive("amount.refund"),
                fields.positive("amount.total"),
                currency(fields),
                fields.optional("notify_url"),
                fields.optional("reason"),
                account == null ? "REFUND_SOURCE_SUB_MERCHANT" : account,
                fields.fingerprint(),
                now,
                RefundStatus.PROCESSING,
                null);
        var accepted = book.refund(wish, knobs.get().subMerchantBalance());
        if (accepted.refundId().equals(wish.refundId())) {
            events.refundAccepted(accepted);
        }
        return Answer.json(200, Documents.refundAccepted(accepted));
    }

    private Trade tradeToRefund(Fields fields, String subMchid) {
        var transaction = fields.optional("transaction_id");
        try {
            return transaction == null
                    ? book.trade(fields.text("out_trade_no", TRADE_NO), subMchid)
                    : book.transaction(transaction, subMchid);
        } catch (Refusal refusal) {
            throw refusal.code().equals("ORDER_NOT_EXIST") ? new Refusal(404, "RESOURCE_NOT_EXISTS", "订单不存在") : refusal;
        }
    }

    private Answer queryRefund(Request request) {
        return Answer.json(200, Documents.refund(book.refund(request.variable("no"), subMerchant(request))));
    }

    private Answer queryRefundById(Request request) {
        return Answer.json(200, Documents.refund(book.refundById(request.variable("id"), subMerchant(request))));
    }

    private static String subMerchant(Request request) {
        var merchant = request.parameter("sub_mchid");
        if (merchant == null || !MERCHANT.matcher(merchant).matches()) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误: sub_mchid");
        }
        return merchant;
    }
}
