package org.kameng.workers.order;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundRequest;

/** A channel that remembers what it was asked and answers as the story wants. */
public final class ScriptedChannel implements PaymentChannel {
    private final Channel id;
    final Map<String, PrepayRequest> prepaid = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> refundCalls = new ConcurrentHashMap<>();
    final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Map<String, ChannelNotice> paid = new ConcurrentHashMap<>();
    private final Map<String, RefundReply> refunds = new ConcurrentHashMap<>();
    public volatile RefundReply nextRefund = new RefundReply.Settled(RefundOutcome.SUCCESS, "CR");
    /** While it is closed the channel thinks about a request for a QR code. */
    volatile CountDownLatch thinks = new CountDownLatch(0);

    /** While it is set no request for a QR code gets a clear answer. */
    volatile boolean silent;

    final AtomicInteger prepayCalls = new AtomicInteger();

    ScriptedChannel(Channel id) {
        this.id = id;
    }

    /** The buyer pays; the channel's notice is what the webhook would hand on. */
    ChannelNotice pay(String outTradeNo) {
        var request = prepaid.get(outTradeNo);
        return paid.computeIfAbsent(
                outTradeNo,
                number -> new ChannelNotice(
                        id,
                        "TX" + number,
                        number,
                        request.subMchid(),
                        request.amount(),
                        "payer-" + number,
                        Instant.now(),
                        ChannelNotice.Source.NOTIFICATION));
    }

    @Override
    public Channel id() {
        return id;
    }

    @Override
    public Prepay prepay(PrepayRequest request) {
        prepayCalls.incrementAndGet();
        if (silent) return new Prepay.Unknown("TIMEOUT");
        try {
            if (!thinks.await(1, TimeUnit.MINUTES)) return new Prepay.Unknown("TIMEOUT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        prepaid.put(request.outTradeNo(), request);
        return new Prepay.Ready("https://pay.example/" + id + "?pr=" + request.outTradeNo());
    }

    @Override
    public QueryResult query(String outTradeNo, String subMchid) {
        var notice = paid.get(outTradeNo);
        return notice == null ? new QueryResult.NotPaid() : new QueryResult.Paid(notice);
    }

    @Override
    public CloseReply close(String outTradeNo, String subMchid) {
        if (paid.containsKey(outTradeNo)) return new CloseReply.AlreadyPaid();
        closed.add(outTradeNo);
        return new CloseReply.Closed();
    }

    @Override
    public RefundReply refund(RefundRequest request) {
        refundCalls
                .computeIfAbsent(request.channelNo(), no -> new AtomicInteger())
                .incrementAndGet();
        return refunds.computeIfAbsent(request.channelNo(), no -> nextRefund);
    }

    @Override
    public RefundReply queryRefund(String channelNo, String outTradeNo, String subMchid) {
        return refunds.getOrDefault(channelNo, new RefundReply.NotFound());
    }
}
