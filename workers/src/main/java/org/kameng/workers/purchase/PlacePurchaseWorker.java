package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.PLACE_PURCHASE;

import java.time.Duration;
import org.kameng.domain.shared.CrashPoints;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.PurchaseInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Places a purchase under its own number, or asks about it when an earlier run may have placed it. */
@Component
record PlacePurchaseWorker(Purchases purchases, SupplierLine supplier, StepAnswers answers, CrashPoints crash)
        implements JobHandler<PurchaseInput, StepOutput> {

    @Override
    public JobSpec<PurchaseInput, StepOutput> spec() {
        return new JobSpec<>(PLACE_PURCHASE, PurchaseInput.class, StepOutput.class, Duration.ofMinutes(1), 32);
    }

    @Override
    public JobOutcome<StepOutput> handle(PurchaseInput in) {
        var call = purchases.begin(in.purchaseNo());
        var step = call.isEmpty()
                ? purchases.step(in.purchaseNo())
                : purchases.record(in.purchaseNo(), supplier.call(call.get()));
        crash.reached("purchase.recorded");
        return answers.done(in.orderNo(), step);
    }
}
