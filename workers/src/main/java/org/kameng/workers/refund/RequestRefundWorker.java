package org.kameng.workers.refund;

import static org.kameng.processes.refund.PaymentRefund.Jobs.REQUEST_REFUND;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.refund.PaymentRefund.RequestRefundInput;
import org.kameng.processes.refund.PaymentRefund.RequestRefundOutput;
import org.kameng.processes.refund.PaymentRefund.States;
import org.springframework.stereotype.Component;

/** Decides the refund of an order where that was not done, and sends it to the channel under its number there. */
@Component
record RequestRefundWorker(Refunds refunds, PaymentChannels channels, RefundAnswers answers)
        implements JobHandler<RequestRefundInput, RequestRefundOutput> {

    @Override
    public JobSpec<RequestRefundInput, RequestRefundOutput> spec() {
        return new JobSpec<>(
                REQUEST_REFUND, RequestRefundInput.class, RequestRefundOutput.class, Duration.ofMinutes(1), 16);
    }

    @Override
    public JobOutcome<RequestRefundOutput> handle(RequestRefundInput in) {
        var refundNo = refundNo(in);
        if (refundNo == null) return JobOutcome.done(new RequestRefundOutput(null, States.NOTHING_DUE));
        var start = refunds.begin(refundNo);
        var request = start.request();
        if (request == null) {
            return JobOutcome.done(new RequestRefundOutput(refundNo, RefundAnswers.inWords(start.state())));
        }
        var reply = channels.of(request.channel()).refund(request);
        var state = answers.writeDown(request.channelNo(), reply);
        return reply instanceof RefundReply.Unknown(var code)
                ? JobOutcome.retry("no clear answer from the channel: " + code)
                : JobOutcome.done(new RequestRefundOutput(refundNo, state));
    }

    private @Nullable String refundNo(RequestRefundInput in) {
        if (in.refundNo() != null) return in.refundNo();
        var reason = Objects.requireNonNullElse(in.refundReason(), "NOT_DELIVERED");
        var orderNo = Objects.requireNonNull(in.orderNo(), "a refund needs its number or its order's");
        return refunds.requestForOrder(new OrderNo(orderNo), reason).orElse(null);
    }
}
