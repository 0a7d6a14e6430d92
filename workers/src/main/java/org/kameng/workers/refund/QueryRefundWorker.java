package org.kameng.workers.refund;

import static org.kameng.processes.refund.PaymentRefund.Jobs.QUERY_REFUND;

import java.time.Duration;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.refund.PaymentRefund.QueryRefundInput;
import org.kameng.processes.refund.PaymentRefund.QueryRefundOutput;
import org.kameng.processes.refund.PaymentRefund.States;
import org.springframework.stereotype.Component;

/** Asks the channel how far a refund is; a number it does not know is sent once more, which is safe under the same number. */
@Component
record QueryRefundWorker(Refunds refunds, PaymentChannels channels, RefundAnswers answers)
        implements JobHandler<QueryRefundInput, QueryRefundOutput> {

    @Override
    public JobSpec<QueryRefundInput, QueryRefundOutput> spec() {
        return new JobSpec<>(QUERY_REFUND, QueryRefundInput.class, QueryRefundOutput.class, Duration.ofMinutes(1), 16);
    }

    @Override
    public JobOutcome<QueryRefundOutput> handle(QueryRefundInput in) {
        var refund = refunds.find(in.refundNo()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var known = RefundAnswers.inWords(refund.state());
        if (!known.equals(States.PROCESSING)) return JobOutcome.done(new QueryRefundOutput(known));
        var channel = channels.of(refund.channel());
        var reply = channel.queryRefund(refund.channelNo(), refund.outTradeNo(), refund.subMchid());
        var state = answers.writeDown(refund.channelNo(), reply);
        return JobOutcome.done(new QueryRefundOutput(
                reply instanceof RefundReply.NotFound ? sendAgain(channel, in.refundNo()) : state));
    }

    private String sendAgain(PaymentChannel channel, String refundNo) {
        var start = refunds.begin(refundNo);
        var request = start.request();
        return request == null
                ? RefundAnswers.inWords(start.state())
                : answers.writeDown(request.channelNo(), channel.refund(request));
    }
}
