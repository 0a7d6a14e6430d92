package org.kameng.workers.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.PendingAttempt;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each channel about payments and refunds whose notification never came, and feeds the answers the same way in. */
@Component
class PaymentQueryJob {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentQueryJob.class);
    private static final int BATCH = 64;
    private static final int AT_ONCE = 8;
    private static final Duration REFUND_SILENCE = Duration.ofMinutes(1);
    private static final Duration REFUND_EVERY = Duration.ofSeconds(30);
    private static final Duration REFUND_LEASE = Duration.ofMinutes(5);

    private final PaymentChannels channels;
    private final Payments payments;
    private final Refunds refunds;
    private final Leases leases;
    private final Clock clock;

    PaymentQueryJob(PaymentChannels channels, Payments payments, Refunds refunds, Leases leases, Clock clock) {
        this.channels = channels;
        this.payments = payments;
        this.refunds = refunds;
        this.leases = leases;
        this.clock = clock;
    }

    /** Each attempt is leased by the domain, so several instances may run this at once. */
    @Scheduled(fixedDelayString = "${kameng.payment.query-every:2s}")
    void askForPayments() {
        each(payments.overdueAttempts(BATCH), this::ask);
    }

    private void ask(PendingAttempt attempt) {
        switch (channels.of(attempt.channel()).query(attempt.outTradeNo(), attempt.subMchid())) {
            case QueryResult.Paid paid -> payments.receive(paid.notice());
            case QueryResult.Closed closed -> payments.attemptClosed(attempt.outTradeNo());
            // Not failed: the request for the code may still be on its way, and the order's own time-out decides.
            case QueryResult.NotPaid open -> {}
            case QueryResult.NotFound none -> {}
            case QueryResult.Unknown unknown -> {}
        }
    }

    @Scheduled(fixedDelayString = "${kameng.payment.refund-query-every:10s}")
    void askForRefunds() {
        leases.tryRun("refund-query", REFUND_EVERY, REFUND_LEASE, () -> {
            var silent = refunds.unanswered(clock.instant().minus(REFUND_SILENCE), BATCH).stream()
                    .flatMap(no -> refunds.find(no).stream())
                    .toList();
            each(silent, this::ask);
        });
    }

    private void ask(RefundView refund) {
        switch (channels.of(refund.channel()).queryRefund(refund.refundNo(), refund.outTradeNo(), refund.subMchid())) {
            case RefundReply.Settled(var outcome, var id) -> refunds.settled(refund.refundNo(), outcome, id, null);
            case RefundReply.Accepted(var id) -> refunds.accepted(refund.refundNo(), id);
            // The refund's own process sends it again under the same number; a person gets it when that fails.
            case RefundReply.Refused refused -> {}
            case RefundReply.NotFound none -> {}
            case RefundReply.Unknown unknown -> {}
        }
    }

    /** One that fails does not keep the others from being asked. */
    private static <T> void each(List<T> all, Consumer<T> ask) {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all) {
                room.acquireUninterruptibly();
                threads.submit((Callable<Void>) () -> {
                    try {
                        ask.accept(one);
                    } catch (RuntimeException e) {
                        LOG.warn("asking the channel failed", e);
                    } finally {
                        room.release();
                    }
                    return null;
                });
            }
        }
    }
}
