package org.kameng.workers.order;

import static org.kameng.processes.order.OrderToDelivery.Errors.PAYMENT_REFUSED;
import static org.kameng.processes.order.OrderToDelivery.Jobs.REQUEST_PAYMENT;

import java.time.Duration;
import org.kameng.domain.payment.AttemptStart;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentInput;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentOutput;
import org.springframework.stereotype.Component;

/** Asks the usual channel for a QR code under a number of its own, or answers what the order has become meanwhile. */
@Component
record RequestPaymentWorker(Payments payments, AttemptOpener opener)
        implements JobHandler<RequestPaymentInput, RequestPaymentOutput> {

    @Override
    public JobSpec<RequestPaymentInput, RequestPaymentOutput> spec() {
        return new JobSpec<>(
                REQUEST_PAYMENT, RequestPaymentInput.class, RequestPaymentOutput.class, Duration.ofMinutes(1), 32);
    }

    @Override
    public JobOutcome<RequestPaymentOutput> handle(RequestPaymentInput in) {
        var start = payments.beginAttempt(new OrderNo(in.orderNo()), Channel.WECHAT);
        var reply = opener.open(start).orElse(null);
        return switch (reply) {
            case null -> found(start);
            case Prepay.Ready ready -> found(start);
            case Prepay.Refused(var code) ->
                JobOutcome.error(PAYMENT_REFUSED, "the channel refuses this payment: " + code);
            case Prepay.Unknown(var code) -> JobOutcome.retry("no clear answer from the channel: " + code);
        };
    }

    private static JobOutcome<RequestPaymentOutput> found(AttemptStart start) {
        return JobOutcome.done(new RequestPaymentOutput(start.state().name(), start.riskScore(), start.riskFlags()));
    }
}
