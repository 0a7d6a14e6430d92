package org.kameng.domain.order;

import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.vault.CardStock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Frees cards whose order nobody paid, should its process not have done so. Paid orders keep theirs however late. */
@Component
class ReservationSweep implements Sweep {
    private final JdbcClient jdbc;
    private final CardStock stock;
    private final Orders orders;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReservationSweep(JdbcClient jdbc, CardStock stock, Orders orders, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.orders = orders;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "reservations";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int sweep(int limit) {
        var before = clock.instant().minus(OrderRules.RESERVATION_GRACE);
        var overdue = jdbc.sql("""
                select distinct c.order_no from card c join orders o on o.no = c.order_no
                where c.state = 1 and c.reserved_until < :before and o.state in ('AWAITING_PAYMENT', 'CLOSED') limit :limit""")
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .query((row, n) -> new OrderNo(row.getString("order_no")))
                .list();
        overdue.forEach(no -> transaction.executeWithoutResult(status -> release(no)));
        return overdue.size();
    }

    // Under the order's lock: a payment may arrive at this very moment.
    private void release(OrderNo no) {
        var state = orders.require(no).state();
        if (state == OrderState.AWAITING_PAYMENT || state == OrderState.CLOSED) stock.release(no);
    }
}
