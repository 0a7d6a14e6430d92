package org.kameng.workers.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundStart;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** Refunds as the door knows them, kept in memory. */
final class RefundBooks implements Refunds {
    private final Channel channel;
    private final String seller;
    private final Map<String, RefundView> refunds = new ConcurrentHashMap<>();

    RefundBooks(Channel channel, String seller) {
        this.channel = channel;
        this.seller = seller;
    }

    void expect(String refundNo, String outTradeNo, long fen) {
        refunds.put(refundNo, refund(refundNo, outTradeNo, Money.ofFen(fen), RefundState.SENT));
    }

    RefundState state(String refundNo) {
        return refunds.get(refundNo).state();
    }

    private RefundView refund(String refundNo, String outTradeNo, Money amount, RefundState state) {
        return new RefundView(
                refundNo,
                refundNo,
                PaymentBooks.ORDER,
                channel,
                outTradeNo,
                seller,
                state,
                amount,
                "无货",
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }

    @Override
    public RefundView settled(
            String refundNo, RefundOutcome outcome, @Nullable String channelRefundId, @Nullable String detail) {
        return refunds.computeIfPresent(
                refundNo,
                (no, known) -> refund(no, known.outTradeNo(), known.amount(), RefundState.valueOf(outcome.name())));
    }

    @Override
    public Optional<RefundView> find(String refundNo) {
        return Optional.ofNullable(refunds.get(refundNo));
    }

    @Override
    public List<String> unfinishedStrays(Instant before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RefundView> overdue(int limit) {
        return refunds.values().stream()
                .filter(refund -> refund.state() == RefundState.SENT || refund.state() == RefundState.UNKNOWN)
                .limit(limit)
                .toList();
    }

    @Override
    public void accepted(String refundNo, String channelRefundId) {}

    @Override
    public Optional<String> requestForOrder(OrderNo no, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.util.List<org.kameng.domain.ledger.Entry> outlook(OrderNo no) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundStart begin(String refundNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unknown(String refundNo, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundView settledByHand(Actor finance, String refundNo, String reference, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundView retry(Actor finance, String refundNo, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RefundView> ofOrder(Actor viewer, OrderNo no) {
        throw new UnsupportedOperationException();
    }
}
