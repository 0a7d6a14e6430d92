package org.kameng.workers.refund;

import static org.kameng.processes.refund.PaymentRefund.Jobs.SETTLE_REFUND_BY_HAND;

import java.time.Duration;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.inbox.Decisions;
import org.kameng.processes.refund.PaymentRefund.SettleRefundByHandInput;
import org.kameng.processes.refund.PaymentRefund.SettleRefundByHandOutput;
import org.kameng.processes.refund.PaymentRefund.Tasks;
import org.kameng.processes.refund.PaymentRefund.Verdicts;
import org.springframework.stereotype.Component;

/** Writes down, in the name of the person who decided, that the money went back another way or that the channel is asked again. */
@Component
record SettleRefundByHandWorker(Refunds refunds, Decisions decisions)
        implements JobHandler<SettleRefundByHandInput, SettleRefundByHandOutput> {

    @Override
    public JobSpec<SettleRefundByHandInput, SettleRefundByHandOutput> spec() {
        return new JobSpec<>(
                SETTLE_REFUND_BY_HAND,
                SettleRefundByHandInput.class,
                SettleRefundByHandOutput.class,
                Duration.ofMinutes(1),
                4);
    }

    @Override
    public JobOutcome<SettleRefundByHandOutput> handle(SettleRefundByHandInput in) {
        return JobOutcome.done(
                new SettleRefundByHandOutput(RefundAnswers.inWords(apply(in).state())));
    }

    private RefundView apply(SettleRefundByHandInput in) {
        var decided = decisions
                .latest(Tasks.SETTLE_REFUND_BY_HAND, in.refundNo())
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        return in.decision().equals(Verdicts.SETTLED)
                ? refunds.settledByHand(decided.by(), in.refundNo(), decided.proof(), decided.reason())
                : refunds.retry(decided.by(), in.refundNo(), decided.reason());
    }
}
