package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.QUERY_PURCHASE;

import java.time.Duration;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.PurchaseInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Asks the supplier what became of a purchase. */
@Component
record QueryPurchaseWorker(Purchases purchases, SupplierLine supplier, StepAnswers answers)
        implements JobHandler<PurchaseInput, StepOutput> {

    @Override
    public JobSpec<PurchaseInput, StepOutput> spec() {
        return new JobSpec<>(QUERY_PURCHASE, PurchaseInput.class, StepOutput.class, Duration.ofMinutes(1), 32);
    }

    @Override
    public JobOutcome<StepOutput> handle(PurchaseInput in) {
        var call = purchases.ask(in.purchaseNo());
        var step = call.isEmpty()
                ? purchases.step(in.purchaseNo())
                : purchases.record(in.purchaseNo(), supplier.call(call.get()));
        return answers.done(in.orderNo(), step);
    }
}
