package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.OFFER_REFUND;

import java.time.Duration;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.PurchaseInput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Offers the buyer the money for what has not come; the purchase goes on meanwhile. */
@Component
record OfferRefundWorker(Purchases purchases, StepAnswers answers) implements JobHandler<PurchaseInput, StepOutput> {

    @Override
    public JobSpec<PurchaseInput, StepOutput> spec() {
        return new JobSpec<>(OFFER_REFUND, PurchaseInput.class, StepOutput.class, Duration.ofMinutes(1), 16);
    }

    @Override
    public JobOutcome<StepOutput> handle(PurchaseInput in) {
        return answers.done(in.orderNo(), purchases.offerRefund(in.purchaseNo()));
    }
}
