package org.kameng.tools.simulators.alipay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.ChannelBook;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.http.Refusal;

/** What Alipay lets happen to orders and refunds. */
final class Book extends ChannelBook<Trade, RefundRecord> {
    private static final Duration REFUND_WINDOW = Duration.ofDays(365);

    /** What a refund request did; a repeat moves nothing. */
    record Refunded(RefundRecord refund, boolean moved) {}

    Book(Path file, Clock clock) throws IOException {
        super(file, clock, Trade.class, RefundRecord.class);
    }

    /** The same request again gives the same code; the same number for something else is refused. */
    synchronized Trade place(Trade wish) {
        var known = find(wish.outTradeNo());
        if (known == null) {
            return shelf.record("PLACED", wish);
        }
        if (known.wasPaid()) {
            throw new Refusal(409, "ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
        }
        if (known.state() == TradeState.TRADE_CLOSED) {
            throw new Refusal(409, "ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
        }
        if (!known.fingerprint().equals(wish.fingerprint())) {
            throw new Refusal(409, "ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
        }
        return known;
    }

    /** A wallet looks at a code: only now a trade begins. */
    synchronized @Nullable Trade scan(String codeUrl, String buyer) {
        var number = shelf.tradeOfCode(codeUrl);
        var trade = number == null ? null : find(number);
        if (trade == null || trade.state() != TradeState.PRECREATED) {
            return trade;
        }
        var tradeNo = Numbers.day(clock.instant()) + "22001" + Numbers.digits(15);
        return shelf.record("SCANNED", trade.scanned(tradeNo, buyer));
    }

    synchronized Trade pay(String outTradeNo, String buyer) {
        var found = find(outTradeNo);
        var trade = found == null ? null : scan(found.codeUrl(), buyer);
        if (trade == null) {
            throw new Refusal(404, "ACQ.TRADE_NOT_EXIST", "交易不存在");
        }
        if (trade.wasPaid()) {
            throw new Refusal(409, "ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
        }
        if (trade.state() == TradeState.TRADE_CLOSED) {
            throw new Refusal(410, "ACQ.TRADE_HAS_CLOSE", "交易已经关闭或二维码已失效");
        }
        return shelf.record("PAID", trade.paid(buyer, clock.instant()));
    }

    synchronized void close(Trade asked) {
        var trade = trade(asked.outTradeNo());
        if (trade.wasPaid()) {
            throw new Refusal(409, "ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        }
        if (trade.state() != TradeState.TRADE_CLOSED) {
            shelf.record("CLOSED", trade.in(TradeState.TRADE_CLOSED));
        }
    }

    /** A trade as the merchant may know it: one that nobody has scanned does not exist. */
    synchronized Trade trade(@Nullable String outTradeNo) {
        var trade = outTradeNo == null ? null : find(outTradeNo);
        if (trade == null || !trade.wasScanned()) {
            throw new Refusal(404, "ACQ.TRADE_NOT_EXIST", "交易不存在");
        }
        return trade;
    }

    synchronized @Nullable String numberOf(String tradeNo) {
        return shelf.tradeOfTransaction(tradeNo);
    }

    /** The order as it is now; one past its time is closed by looking at it. */
    synchronized @Nullable Trade find(String outTradeNo) {
        var trade = shelf.trade(outTradeNo);
        var open =
                trade != null && (trade.state() == TradeState.PRECREATED || trade.state() == TradeState.WAIT_BUYER_PAY);
        return trade == null || !open || trade.timeExpire().isAfter(clock.instant())
                ? trade
                : shelf.record("EXPIRED", trade.in(TradeState.TRADE_CLOSED));
    }

    synchronized Refunded refund(RefundRecord wish, @Nullable Long balance, boolean pending) {
        var known = shelf.refund(wish.outRefundNo());
        if (known != null) {
            if (!known.isSameAs(wish)) {
                throw new Refusal(409, "ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致");
            }
            return new Refunded(known, false);
        }
        var trade = trade(wish.outTradeNo());
        requireRefundable(trade, wish);
        if (balance != null && balance < wish.amount()) {
            throw new Refusal(403, "ACQ.SELLER_BALANCE_NOT_ENOUGH", "商户余额不足");
        }
        shelf.record("REFUND_ACCEPTED", wish);
        return pending ? new Refunded(wish, false) : new Refunded(settle(wish), true);
    }

    private void requireRefundable(Trade trade, RefundRecord wish) {
        if (trade.paidAt() == null) {
            throw new Refusal(409, "ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        }
        if (trade.paidAt().plus(REFUND_WINDOW).isBefore(clock.instant())) {
            throw new Refusal(409, "ACQ.TRADE_HAS_FINISHED", "交易已结束");
        }
        if (refunded(trade) + wish.amount() > trade.total()) {
            throw new Refusal(409, "ACQ.REASON_TRADE_REFUND_FEE_ERR", "退款金额无效");
        }
    }

    /** Moves the money of a refund that was taken on. */
    synchronized RefundRecord settle(RefundRecord refund) {
        var settled = shelf.record("REFUND_SUCCESS", refund.settled(clock.instant()));
        var trade = shelf.trade(refund.outTradeNo());
        if (trade != null && refunded(trade) == trade.total()) {
            shelf.record("REFUNDED", trade.in(TradeState.TRADE_CLOSED));
        }
        return settled;
    }

    /** All that was ever asked back of a trade. */
    synchronized long refunded(Trade trade) {
        return shelf.refundsOf(trade).stream().mapToLong(RefundRecord::amount).sum();
    }

    synchronized @Nullable RefundRecord findRefund(String outRequestNo) {
        return shelf.refund(outRequestNo);
    }
}
