package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.CLOSE_CASE;

import java.time.Duration;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.PurchaseInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Answers what an order needs after its case was decided; silence until the end of the wait gives the money back. */
@Component
record CloseCaseWorker(Purchases purchases, StepAnswers answers) implements JobHandler<PurchaseInput, StepOutput> {

    @Override
    public JobSpec<PurchaseInput, StepOutput> spec() {
        return new JobSpec<>(CLOSE_CASE, PurchaseInput.class, StepOutput.class, Duration.ofMinutes(1), 8);
    }

    @Override
    public JobOutcome<StepOutput> handle(PurchaseInput in) {
        return answers.done(in.orderNo(), purchases.closeCase(in.purchaseNo()));
    }
}
