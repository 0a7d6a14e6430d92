package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelBook;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.http.Refusal;

/** What WeChat Pay lets happen to orders and refunds. */
final class Book extends ChannelBook<Trade, RefundRecord> {
    private static final Duration CODE_LIFE = Duration.ofHours(2);
    private static final Duration REFUND_WINDOW = Duration.ofDays(365);
    private static final int MOST_REFUNDS = 50;

    Book(Path file, Clock clock) throws IOException {
        super(file, clock, Trade.class, RefundRecord.class);
    }

    /** The same request again gives the same order; the same number for something else is refused. */
    synchronized Trade place(Trade wish) {
        var known = find(wish.outTradeNo());
        if (known == null) {
            return shelf.record("PLACED", wish);
        }
        if (known.state() == TradeState.CLOSED) {
            throw new Refusal(400, "ORDER_CLOSED", "订单已关闭，请更换商户订单号");
        }
        if (known.isPaid() || !known.fingerprint().equals(wish.fingerprint())) {
            throw new Refusal(403, "OUT_TRADE_NO_USED", "商户订单号重复");
        }
        if (known.codeIssuedAt().plus(CODE_LIFE).isBefore(clock.instant())) {
            return shelf.record("CODE_RENEWED", known.withCode(wish.codeUrl(), clock.instant()));
        }
        return known;
    }

    synchronized Trade pay(String outTradeNo, String openid) {
        var trade = require(outTradeNo);
        if (trade.isPaid()) {
            throw new Refusal(409, "ORDERPAID", "该订单已支付");
        }
        if (trade.state() == TradeState.CLOSED) {
            throw new Refusal(410, "ORDER_CLOSED", "该订单已关闭");
        }
        var transaction = "42000" + Numbers.day(clock.instant()) + Numbers.digits(15);
        return shelf.record("PAID", trade.paid(transaction, openid, clock.instant()));
    }

    synchronized void close(String outTradeNo, String subMchid) {
        var trade = trade(outTradeNo, subMchid);
        if (trade.isPaid()) {
            throw new Refusal(400, "ORDERPAID", "该订单已支付，不能关闭");
        }
        if (trade.state() != TradeState.CLOSED) {
            shelf.record("CLOSED", trade.in(TradeState.CLOSED));
        }
    }

    synchronized Trade trade(String outTradeNo, String subMchid) {
        var trade = require(outTradeNo);
        if (!trade.subMchid().equals(subMchid)) {
            throw new Refusal(404, "ORDER_NOT_EXIST", "订单不存在");
        }
        return trade;
    }

    synchronized Trade transaction(String transactionId, String subMchid) {
        var number = shelf.tradeOfTransaction(transactionId);
        return trade(number == null ? "" : number, subMchid);
    }

    /** The order as it is now; one past its {@code time_expire} is closed by looking at it. */
    synchronized @Nullable Trade find(String outTradeNo) {
        var trade = shelf.trade(outTradeNo);
        if (trade == null || trade.state() != TradeState.NOTPAY || trade.timeExpire() == null) {
            return trade;
        }
        return trade.timeExpire().isAfter(clock.instant())
                ? trade
                : shelf.record("EXPIRED", trade.in(TradeState.CLOSED));
    }

    synchronized @Nullable Trade byCode(String codeUrl) {
        var number = shelf.tradeOfCode(codeUrl);
        return number == null ? null : find(number);
    }

    /** Accepts a refund once; money moves later, see {@link #settle}. */
    synchronized RefundRecord refund(RefundRecord wish, @Nullable Long balance) {
        var known = shelf.refund(wish.outRefundNo());
        if (known != null) {
            if (!known.fingerprint().equals(wish.fingerprint())) {
                throw new Refusal(400, "INVALID_REQUEST", "商户退款单号已存在且参数与原请求不一致");
            }
            return known;
        }
        var trade = trade(wish.outTradeNo(), wish.subMchid());
        requireRefundable(trade, wish);
        if (balance != null && balance < wish.amount()) {
            throw new Refusal(403, "NOT_ENOUGH", "二级商户余额不足");
        }
        shelf.record("REFUND_ACCEPTED", wish);
        if (trade.state() != TradeState.REFUND) {
            shelf.record("REFUNDING", trade.in(TradeState.REFUND));
        }
        return wish;
    }

    private void requireRefundable(Trade trade, RefundRecord wish) {
        if (trade.paidAt() == null) {
            throw new Refusal(400, "INVALID_REQUEST", "订单未支付，不能退款");
        }
        if (wish.total() != trade.total()) {
            throw new Refusal(400, "PARAM_ERROR", "原订单金额不一致");
        }
        if (trade.paidAt().plus(REFUND_WINDOW).isBefore(clock.instant())) {
            throw new Refusal(400, "INVALID_REQUEST", "订单超过一年，不能退款");
        }
        var earlier = shelf.refundsOf(trade).stream()
                .filter(r -> r.status() != RefundStatus.CLOSED)
                .toList();
        long already = earlier.stream().mapToLong(RefundRecord::amount).sum();
        if (already + wish.amount() > trade.total()) {
            throw new Refusal(400, "INVALID_REQUEST", "累计退款金额大于订单金额");
        }
        if (earlier.size() >= MOST_REFUNDS) {
            throw new Refusal(403, "RULE_LIMIT", "部分退款次数超限");
        }
    }

    /** Gives an open refund its result; null if it is not open any more. */
    synchronized @Nullable RefundRecord settle(String outRefundNo, RefundStatus result) {
        var refund = shelf.refund(outRefundNo);
        if (refund == null || refund.status() != RefundStatus.PROCESSING) {
            return null;
        }
        return shelf.record("REFUND_" + result, refund.settled(result, clock.instant()));
    }

    synchronized RefundRecord refund(String outRefundNo, String subMchid) {
        var refund = shelf.refund(outRefundNo);
        if (refund == null || !refund.subMchid().equals(subMchid)) {
            throw new Refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
        }
        return refund;
    }

    synchronized RefundRecord refundById(String refundId, String subMchid) {
        var number = shelf.refundOfId(refundId);
        return refund(number == null ? "" : number, subMchid);
    }

    private Trade require(String outTradeNo) {
        var trade = find(outTradeNo);
        if (trade == null) {
            throw new Refusal(404, "ORDER_NOT_EXIST", "订单不存在");
        }
        return trade;
    }

    static String newRefundId(Instant at) {
        return "50302" + Numbers.day(at) + Numbers.digits(16);
    }
}
