package org.kameng.workers.order;

import static org.kameng.processes.order.OrderToDelivery.Jobs.NOTIFY_BUYER;

import java.time.Duration;
import org.kameng.domain.order.OrderNotices;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.engine.Nothing;
import org.kameng.processes.order.OrderToDelivery.NotifyBuyerInput;
import org.springframework.stereotype.Component;

/** Tells the buyer what came and what goes back, unless that was written with the fact itself: each notice is written once. */
@Component
record NotifyBuyerWorker(OrderService orders, OrderNotices notices) implements JobHandler<NotifyBuyerInput, Nothing> {

    @Override
    public JobSpec<NotifyBuyerInput, Nothing> spec() {
        return new JobSpec<>(NOTIFY_BUYER, NotifyBuyerInput.class, Nothing.class, Duration.ofMinutes(1), 32);
    }

    @Override
    public JobOutcome<Nothing> handle(NotifyBuyerInput in) {
        var order = orders.facts(new OrderNo(in.orderNo()));
        if (order.delivered() > 0) notices.delivered(order.no());
        if (order.missing() > 0 || givenBack(order.state())) notices.refunded(order.no());
        return JobOutcome.done(new Nothing());
    }

    private static boolean givenBack(OrderState state) {
        return switch (state) {
            case REFUNDING, REFUNDED -> true;
            case AWAITING_PAYMENT, PAID, ON_HOLD, DELIVERED, CLOSED -> false;
        };
    }
}
