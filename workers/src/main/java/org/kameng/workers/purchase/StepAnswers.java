package org.kameng.workers.purchase;

import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.SupplyStep;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.springframework.stereotype.Component;

/** Tells a step in the model's words. */
@Component
record StepAnswers(OrderService orders) {
    JobOutcome<StepOutput> done(String orderNo, SupplyStep step) {
        return JobOutcome.done(new StepOutput(
                step.kind().name(),
                step.purchaseNo(),
                step.wakeAt() == null ? null : step.wakeAt().toString(),
                step.end() == null ? null : step.end().name(),
                orders.facts(new OrderNo(orderNo)).delivered()));
    }
}
