package org.kameng.workers.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.AlarmRow;
import org.kameng.domain.payment.AttemptStart;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.PaymentPageView;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.PaymentView;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.PendingAttempt;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** The domain's side of the door, kept in memory: the same promises, no database. */
final class PaymentBooks implements Payments {
    static final OrderNo ORDER = new OrderNo("KM2611220F3K9Q7ZT2WA");

    private final Channel channel;
    private final String seller;
    private final Map<String, Money> attempts = new ConcurrentHashMap<>();
    final Map<String, ChannelNotice> confirmed = new ConcurrentHashMap<>();
    final List<PaymentReceipt> receipts = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException broken;

    PaymentBooks(Channel channel, String seller) {
        this.channel = channel;
        this.seller = seller;
    }

    void expect(String outTradeNo, long fen) {
        attempts.put(outTradeNo, Money.ofFen(fen));
    }

    @Override
    public PaymentReceipt receive(ChannelNotice notice) {
        if (broken != null) {
            throw broken;
        }
        var receipt = judge(notice);
        receipts.add(receipt);
        return receipt;
    }

    private PaymentReceipt judge(ChannelNotice notice) {
        var expected = attempts.get(notice.outTradeNo());
        if (expected == null) {
            return new PaymentReceipt.Suspicious(null, PaymentReceipt.Why.UNKNOWN_ORDER);
        } else if (notice.channel() != channel || !seller.equals(notice.subMchid())) {
            return new PaymentReceipt.Suspicious(ORDER, PaymentReceipt.Why.WRONG_MERCHANT);
        } else if (!notice.amount().equals(expected)) {
            return new PaymentReceipt.Suspicious(ORDER, PaymentReceipt.Why.WRONG_AMOUNT);
        }
        return confirmed.putIfAbsent(notice.outTradeNo(), notice) == null
                ? new PaymentReceipt.Confirmed(ORDER)
                : new PaymentReceipt.Duplicate(ORDER);
    }

    @Override
    public void recordRefusedNotice(Channel channel, String why, byte[] bodySha256, String remoteIp) {
        refused.add(why);
    }

    @Override
    public List<PendingAttempt> overdueAttempts(int limit) {
        var open = new ArrayList<PendingAttempt>();
        attempts.keySet().stream()
                .filter(no -> !confirmed.containsKey(no) && !closed.contains(no))
                .forEach(no ->
                        open.add(new PendingAttempt(ORDER, channel, no, seller, AttemptState.READY, Instant.EPOCH)));
        return open;
    }

    @Override
    public void attemptClosed(String outTradeNo) {
        closed.add(outTradeNo);
    }

    @Override
    public void answered(String outTradeNo) {
        answered.add(outTradeNo);
    }

    @Override
    public AttemptStart beginAttempt(OrderNo no, Channel channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void choose(Actor customer, OrderNo no, Channel channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepaid(String outTradeNo, String codeUrl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepayFailed(String outTradeNo, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepayUnknown(String outTradeNo, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PaymentPageView> paymentPage(Actor customer, OrderNo no) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PaymentView> ofOrder(Actor viewer, OrderNo no) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<AlarmRow> alarms(Actor staff, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
