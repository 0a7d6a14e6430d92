package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.CHOOSE_SOURCE;

import java.time.Duration;
import org.kameng.domain.shared.CrashPoints;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.ChooseSourceInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Commits the intent to buy from the seller's next source, or answers what the order needs instead. */
@Component
record ChooseSourceWorker(Purchases purchases, StepAnswers answers, CrashPoints crash)
        implements JobHandler<ChooseSourceInput, StepOutput> {

    @Override
    public JobSpec<ChooseSourceInput, StepOutput> spec() {
        return new JobSpec<>(CHOOSE_SOURCE, ChooseSourceInput.class, StepOutput.class, Duration.ofMinutes(1), 32);
    }

    @Override
    public JobOutcome<StepOutput> handle(ChooseSourceInput in) {
        var step = purchases.choose(new OrderNo(in.orderNo()));
        crash.reached("purchase.intended");
        return answers.done(in.orderNo(), step);
    }
}
