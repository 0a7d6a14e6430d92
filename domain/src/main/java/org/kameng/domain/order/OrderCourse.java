package org.kameng.domain.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.CardStock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An order's way after it was placed; each step locks the row, changes what may still change, and answers what it found. */
@Component
class OrderCourse {
    private static final Actor CLOSER = Actor.system("close-order");
    private static final Actor DELIVERER = Actor.system("deliver-from-stock");
    private static final Actor HOLDER = Actor.system("hold-order");

    private final Orders orders;
    private final CardStock stock;
    private final Ledger ledger;
    private final OrderNotices notices;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Refusals refusals;
    private final ObjectProvider<OpenAttempts> attempts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OrderCourse(
            Orders orders,
            CardStock stock,
            Ledger ledger,
            OrderNotices notices,
            Outbox outbox,
            AuditLog audit,
            Refusals refusals,
            ObjectProvider<OpenAttempts> attempts,
            Clock clock,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.stock = stock;
        this.ledger = ledger;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.refusals = refusals;
        this.attempts = attempts;
        this.clock = clock;
        this.transaction = transaction;
    }

    void cancel(Actor customer, OrderNo no) {
        var mine = transaction.execute(status -> {
            var order = orders.require(no);
            if (!customer.is(order.buyer())) return false;
            if (order.cancelRequested(clock.instant())) {
                audit.record(customer, "order.cancel-requested", "order", no.value(), Map.of());
                outbox.add(new OutboxMessage(
                        "order-cancelled", no.value(), "order-cancelled:" + no, Map.of("orderNo", no.value())));
            }
            return true;
        });
        if (!mine) throw refusals.refuse(customer, "order.cancel", "order", no.value());
    }

    CloseResult close(OrderNo no, String reason) {
        return transaction.execute(status -> {
            var order = orders.require(no);
            var closed = order.closed(clock.instant(), reason);
            if (closed) {
                var released = stock.release(no);
                audit.record(
                        CLOSER, "order.closed", "order", no.value(), Map.of("reason", reason, "released", released));
            }
            var open = order.state() == OrderState.CLOSED
                    ? attempts.stream()
                            .flatMap(source -> source.of(no).stream())
                            .toList()
                    : List.<CloseResult.OpenAttempt>of();
            return new CloseResult(
                    order.state(),
                    closed,
                    order.closeReason(),
                    open,
                    order.risk().riskScore(),
                    order.risk().flags());
        });
    }

    DeliveryResult deliver(OrderNo no) {
        return transaction.execute(status -> {
            var order = orders.require(no);
            if (order.state() == OrderState.PAID && !order.isStockAsked()) claim(order, clock.instant());
            var units = order.units();
            return new DeliveryResult(order.state(), units.delivered(), units.missing(), units.open());
        });
    }

    private void claim(Order order, Instant now) {
        var claimed = new ArrayList<Integer>();
        var lines = order.lines();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var units = new CardStock.Units(order.no(), i + 1, line.sku(), order.seller(), line.quantity());
            claimed.add(stock.claim(units, order.buyer(), now));
        }
        order.stockDecided(claimed, now);
        var given = order.units();
        if (given.delivered() > 0) {
            ledger.post(Postings.delivered(
                    order.no(),
                    order.seller().value(),
                    given.deliveredAmount(),
                    order.deal().commissionBp()));
            // With the delivery, as its job may be lost with the engine's data and nobody looks for a delivered order.
            notices.delivered(order.no());
        }
        audit.record(
                DELIVERER,
                given.open() == 0 ? "order.delivered" : "order.short-of-stock",
                "order",
                order.no().value(),
                Map.of("delivered", given.delivered(), "open", given.open()));
    }

    OrderState hold(OrderNo no, String why) {
        return transaction.execute(status -> {
            var order = orders.require(no);
            if (order.held(clock.instant(), why))
                audit.record(HOLDER, "order.held", "order", no.value(), Map.of("why", why));
            return order.state();
        });
    }

    OrderState release(Actor by, OrderNo no, String reason) {
        if (!by.isSystem()) by.require(Role.SUPPORT_AGENT);
        return transaction.execute(status -> {
            var order = orders.require(no);
            if (order.released(clock.instant()))
                audit.record(by, "order.released", "order", no.value(), Map.of("reason", reason));
            return order.state();
        });
    }
}
