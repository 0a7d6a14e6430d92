package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.PLACE_PURCHASE;

import java.time.Duration;
import org.kameng.domain.shared.CrashPoints;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.Purchases;
import org.kameng.domain.supplier.Purchases.Act;
import org.kameng.domain.supplier.Purchases.PurchaseCall;
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
        var no = in.purchaseNo();
        var call = purchases.begin(no);
        var step = call.isEmpty() ? purchases.step(no) : purchases.record(no, placed(no, call.get()));
        crash.reached("purchase.recorded");
        return answers.done(in.orderNo(), step);
    }

    private PurchaseReply placed(String no, PurchaseCall call) {
        var reply = supplier.call(call);
        return call.act() == Act.ASK_THEN_SEND && reply instanceof PurchaseReply.NotFound
                ? purchases.sendAgain(no).map(supplier::call).orElse(reply)
                : reply;
    }
}
