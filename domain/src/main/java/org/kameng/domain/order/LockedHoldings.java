package org.kameng.domain.order;

import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.vault.CardStock;
import org.kameng.domain.vault.RecalledCards;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class LockedHoldings implements RecalledHoldings {
    private static final Actor RECALL = Actor.system("batch-recall");

    private final Orders orders;
    private final CardStock stock;
    private final RecalledCards recalled;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    LockedHoldings(
            Orders orders, CardStock stock, RecalledCards recalled, AuditLog audit, TransactionTemplate transaction) {
        this.orders = orders;
        this.stock = stock;
        this.recalled = recalled;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Replaced replace(OrderNo no, long batch, String reason) {
        return transaction.execute(status -> {
            // Under the order's lock: it may be delivered or closed at this very moment.
            var order = orders.require(no);
            var taken = recalled.withdrawHeld(no, batch);
            var wanted = taken.stream().mapToInt(RecalledCards.Lost::units).sum();
            if (wanted == 0) return new Replaced(0, 0);
            var found = taken.stream().mapToInt(line -> again(order, line)).sum();
            orders.touch(order);
            audit.record(
                    RECALL,
                    "order.cards-recalled",
                    "order",
                    no.value(),
                    Map.of("batch", batch, "reason", reason, "replaced", found, "missing", wanted - found));
            return new Replaced(found, wanted - found);
        });
    }

    private int again(Order order, RecalledCards.Lost taken) {
        var line = order.lines().get(taken.line() - 1);
        var units = new CardStock.Units(order.no(), taken.line(), line.sku(), order.seller(), line.quantity());
        return Math.min(taken.units(), stock.reserve(units, taken.until()));
    }
}
