package org.kameng.workers.order;

import static org.kameng.processes.order.OrderToDelivery.Jobs.DELIVER_FROM_STOCK;
import static org.kameng.processes.order.OrderToDelivery.Tasks.REVIEW_PAYMENT;
import static org.kameng.processes.order.OrderToDelivery.Verdicts.DELIVER;

import java.time.Duration;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.inbox.Decisions;
import org.kameng.processes.order.OrderToDelivery.DeliverFromStockInput;
import org.kameng.processes.order.OrderToDelivery.DeliverFromStockOutput;
import org.springframework.stereotype.Component;

/** Puts cards into the buyer's box, all in one transaction; after a review it first lifts the hold in the reviewer's name. */
@Component
record DeliverFromStockWorker(OrderService orders, Decisions decisions)
        implements JobHandler<DeliverFromStockInput, DeliverFromStockOutput> {

    @Override
    public JobSpec<DeliverFromStockInput, DeliverFromStockOutput> spec() {
        return new JobSpec<>(
                DELIVER_FROM_STOCK,
                DeliverFromStockInput.class,
                DeliverFromStockOutput.class,
                Duration.ofMinutes(1),
                32);
    }

    @Override
    public JobOutcome<DeliverFromStockOutput> handle(DeliverFromStockInput in) {
        var no = new OrderNo(in.orderNo());
        if (DELIVER.equals(in.decision())) {
            decisions
                    .latest(REVIEW_PAYMENT, in.orderNo())
                    .filter(decided -> decided.verdict().equals(DELIVER))
                    .ifPresent(decided -> orders.release(decided.by(), no, decided.reason()));
        }
        var delivery = orders.deliverFromStock(no);
        // A held order without a stored decision to let it go is no case for a refund: a person must look.
        if (delivery.state() == OrderState.ON_HOLD) return JobOutcome.retry("the order is held and nobody let it go");
        return JobOutcome.done(new DeliverFromStockOutput(
                delivery.state().name(), delivery.delivered(), delivery.missing(), delivery.open()));
    }
}
