package org.kameng.workers.payment;

import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.PendingAttempt;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.workers.shared.SideBySide;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks each channel about payments and refunds whose notification never came, and feeds the answers the same way in. What
 * is asked about is leased by the domain, so several instances may run this at once.
 */
@Component
class PaymentQueryJob {
    private static final int BATCH = 64;

    private final PaymentChannels channels;
    private final Payments payments;
    private final Refunds refunds;

    PaymentQueryJob(PaymentChannels channels, Payments payments, Refunds refunds) {
        this.channels = channels;
        this.payments = payments;
        this.refunds = refunds;
    }

    @Scheduled(fixedDelayString = "${kameng.payment.query-every:2s}")
    void askForPayments() {
        SideBySide.each(payments.overdueAttempts(BATCH), this::ask);
    }

    private void ask(PendingAttempt attempt) {
        switch (channels.of(attempt.channel()).query(attempt.outTradeNo(), attempt.subMchid())) {
            case QueryResult.Paid paid -> {
                payments.receive(paid.notice());
                payments.answered(attempt.outTradeNo());
            }
            case QueryResult.Closed closed -> payments.attemptClosed(attempt.outTradeNo());
            // Not failed: the request for the code may still be on its way. Only its time ends it.
            case QueryResult.NotPaid open -> payments.answered(attempt.outTradeNo());
            case QueryResult.NotFound none -> payments.answered(attempt.outTradeNo());
            case QueryResult.Unknown unknown -> {}
        }
    }

    @Scheduled(fixedDelayString = "${kameng.payment.refund-query-every:10s}")
    void askForRefunds() {
        SideBySide.each(refunds.overdue(BATCH), this::ask);
    }

    private void ask(RefundView refund) {
        switch (channels.of(refund.channel()).queryRefund(refund.channelNo(), refund.outTradeNo(), refund.subMchid())) {
            case RefundReply.Settled(var outcome, var id) -> refunds.settled(refund.channelNo(), outcome, id, null);
            case RefundReply.Accepted(var id) -> refunds.accepted(refund.channelNo(), id);
            // The refund's own process sends it again under the same number; a person gets it when that fails.
            case RefundReply.Refused refused -> {}
            case RefundReply.NotFound none -> {}
            case RefundReply.Unknown unknown -> {}
        }
    }
}
