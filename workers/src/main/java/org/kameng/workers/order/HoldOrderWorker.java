package org.kameng.workers.order;

import static org.kameng.processes.order.OrderToDelivery.Jobs.HOLD_ORDER;

import java.time.Duration;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.order.OrderToDelivery.HoldOrderInput;
import org.kameng.processes.order.OrderToDelivery.HoldOrderOutput;
import org.springframework.stereotype.Component;

/** Holds a paid order until a person has looked at it. */
@Component
record HoldOrderWorker(OrderService orders) implements JobHandler<HoldOrderInput, HoldOrderOutput> {

    @Override
    public JobSpec<HoldOrderInput, HoldOrderOutput> spec() {
        return new JobSpec<>(HOLD_ORDER, HoldOrderInput.class, HoldOrderOutput.class, Duration.ofMinutes(1), 16);
    }

    @Override
    public JobOutcome<HoldOrderOutput> handle(HoldOrderInput in) {
        var state = orders.hold(new OrderNo(in.orderNo()), String.join(" ", in.riskFlags()));
        return JobOutcome.done(new HoldOrderOutput(state.name()));
    }
}
