package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.CLOSE_CASE;

import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.supplier.Purchases;
import org.kameng.domain.supplier.Purchases.Verdict;
import org.kameng.domain.supplier.SupplyStep;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.inbox.Decisions;
import org.kameng.processes.purchase.SupplierPurchase.PurchaseInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.kameng.processes.purchase.SupplierPurchase.Tasks;
import org.springframework.stereotype.Component;

/** Carries out a person's verdict in that person's name; silence until the end of the wait gives the money back. */
@Component
record CloseCaseWorker(Purchases purchases, Decisions decisions, StepAnswers answers, Clock clock)
        implements JobHandler<PurchaseInput, StepOutput> {
    private static final Actor SILENCE = Actor.system("nobody-decided");

    @Override
    public JobSpec<PurchaseInput, StepOutput> spec() {
        return new JobSpec<>(CLOSE_CASE, PurchaseInput.class, StepOutput.class, Duration.ofMinutes(1), 8);
    }

    @Override
    public JobOutcome<StepOutput> handle(PurchaseInput in) {
        var step = purchases.step(in.purchaseNo());
        if (isCase(step)) step = carriedOut(in, step);
        if (isCase(step) && isOver(step))
            step = purchases.decided(SILENCE, in.purchaseNo(), Verdict.REFUND, "NOT_DECIDED", clock.instant());
        return answers.done(in.orderNo(), step);
    }

    private SupplyStep carriedOut(PurchaseInput in, SupplyStep step) {
        var task = step.kind() == SupplyStep.Kind.JUDGE ? Tasks.JUDGE_PURCHASE : Tasks.DECIDE_PURCHASE;
        return decisions
                .latest(task, in.orderNo())
                .map(given -> purchases.decided(
                        given.by(), in.purchaseNo(), VerdictWords.verdict(given.verdict()), given.reason(), given.at()))
                .orElse(step);
    }

    private boolean isOver(SupplyStep step) {
        return step.wakeAt() != null && !clock.instant().isBefore(step.wakeAt());
    }

    private static boolean isCase(SupplyStep step) {
        return step.kind() == SupplyStep.Kind.JUDGE || step.kind() == SupplyStep.Kind.DECIDE;
    }
}
