package org.kameng.processes.inbox;

import org.kameng.domain.payment.Refunds;
import org.kameng.processes.refund.PaymentRefund;
import org.springframework.stereotype.Component;

/** "I paid it back by hand" tells a fact, not a wish: it is booked even when the task that asked for it is gone. */
@Component
class PaidAnyway {
    private final Refunds refunds;
    private final DecisionTable decisions;

    PaidAnyway(Refunds refunds, DecisionTable decisions) {
        this.refunds = refunds;
        this.decisions = decisions;
    }

    void book(TaskId overtaken) {
        decisions
                .made(overtaken, PaymentRefund.Tasks.SETTLE_REFUND_BY_HAND, PaymentRefund.Verdicts.SETTLED)
                .ifPresent(made -> refunds.settledByHand(made.by(), made.reference(), made.proof(), made.reason()));
    }
}
