package org.kameng.workers.order;

import static java.util.Objects.requireNonNullElse;
import static org.kameng.processes.order.OrderToDelivery.CloseReasons.EXPIRED;
import static org.kameng.processes.order.OrderToDelivery.Jobs.CLOSE_ORDER;

import java.time.Duration;
import org.kameng.domain.order.CloseResult;
import org.kameng.domain.order.CloseResult.OpenAttempt;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.JobHandler;
import org.kameng.processes.engine.JobOutcome;
import org.kameng.processes.engine.JobSpec;
import org.kameng.processes.order.OrderToDelivery.CloseOrderInput;
import org.kameng.processes.order.OrderToDelivery.CloseOrderOutput;
import org.springframework.stereotype.Component;

/** Closes an unpaid order, then its payment numbers at the channel; an order that was paid first is answered as such. */
@Component
record CloseOrderWorker(OrderService orders, AttemptCloser closer)
        implements JobHandler<CloseOrderInput, CloseOrderOutput> {

    @Override
    public JobSpec<CloseOrderInput, CloseOrderOutput> spec() {
        return new JobSpec<>(CLOSE_ORDER, CloseOrderInput.class, CloseOrderOutput.class, Duration.ofMinutes(2), 32);
    }

    @Override
    public JobOutcome<CloseOrderOutput> handle(CloseOrderInput in) {
        var closed = orders.close(new OrderNo(in.orderNo()), requireNonNullElse(in.closeReason(), EXPIRED));
        var unclear = closed.openAttempts().stream()
                .filter(attempt -> !closer.close(attempt))
                .map(OpenAttempt::outTradeNo)
                .toList();
        if (!unclear.isEmpty()) return JobOutcome.retry("the channel did not confirm the closing of " + unclear);
        return JobOutcome.done(output(in, closed));
    }

    private static CloseOrderOutput output(CloseOrderInput in, CloseResult closed) {
        return new CloseOrderOutput(
                closed.state().name(),
                closed.closeReason() == null ? in.closeReason() : closed.closeReason(),
                closed.riskScore(),
                closed.riskFlags());
    }
}
