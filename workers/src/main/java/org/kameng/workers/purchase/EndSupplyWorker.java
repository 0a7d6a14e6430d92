package org.kameng.workers.purchase;

import static org.kameng.processes.purchase.SupplierPurchase.Jobs.END_SUPPLY;

import java.time.Duration;
import java.util.Objects;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.Purchases;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.purchase.SupplierPurchase.EndSupplyInput;
import org.kameng.processes.purchase.SupplierPurchase.EndSupplyOutput;
import org.springframework.stereotype.Component;

/** Gives up what is open, or answers why that was done before. */
@Component
record EndSupplyWorker(Purchases purchases, OrderService orders)
        implements JobHandler<EndSupplyInput, EndSupplyOutput> {

    @Override
    public JobSpec<EndSupplyInput, EndSupplyOutput> spec() {
        return new JobSpec<>(END_SUPPLY, EndSupplyInput.class, EndSupplyOutput.class, Duration.ofMinutes(1), 16);
    }

    @Override
    public JobOutcome<EndSupplyOutput> handle(EndSupplyInput in) {
        var no = new OrderNo(in.orderNo());
        var why = SupplyEnd.valueOf(Objects.requireNonNull(in.supplyEnd(), "nothing says why it ends"));
        var end = purchases.end(no, why);
        return JobOutcome.done(new EndSupplyOutput(end.name(), orders.facts(no).delivered()));
    }
}
