package org.kameng.domain.supplier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.order.OrderNotices;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Line;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.supplier.PurchaseReply.Finished;
import org.kameng.domain.vault.CardIntake;
import org.kameng.domain.vault.CardIntake.Taken;
import org.kameng.domain.vault.CardStock;
import org.springframework.stereotype.Component;

/**
 * Takes in what a purchase brought: good units go to the order while it waits for them, else into the seller's stock; the rest is
 * kept back by name. Needs the caller's transaction, with order and purchase locked.
 */
@Component
class GoodsIntake {
    private static final Actor BUYER = Actor.system("purchase");

    private final SupplyBook orders;
    private final PurchaseTable purchases;
    private final CardIntake vault;
    private final CardStock stock;
    private final Ledger ledger;
    private final OrderNotices notices;
    private final SupplierAlarms alarms;
    private final AuditLog audit;

    GoodsIntake(
            SupplyBook orders,
            PurchaseTable purchases,
            CardIntake vault,
            CardStock stock,
            Ledger ledger,
            OrderNotices notices,
            SupplierAlarms alarms,
            AuditLog audit) {
        this.orders = orders;
        this.purchases = purchases;
        this.vault = vault;
        this.stock = stock;
        this.ledger = ledger;
        this.notices = notices;
        this.alarms = alarms;
        this.audit = audit;
    }

    void take(Wanted order, Purchase purchase, Finished said, Instant now) {
        var line = order.line(purchase.terms().line());
        var inspection = Inspection.of(purchase, said);
        var faults = new ArrayList<BadGoods>();
        if (inspection.whole() != null) faults.add(inspection.whole());
        var cards = keep(order, line, purchase, inspection, faults);
        var good = good(purchase, inspection, cards, said);
        var bad = fault(purchase, said, inspection, good, faults);
        var forOrder = share(order, line, good);
        if (!purchase.finished(said.supplierOrderNo(), forOrder, good - forOrder, said.cost(), bad, now)) return;
        settle(order, line, purchase, new Arrival(cards, good, forOrder), bad, now);
    }

    /** What a purchase that came in part brings later. */
    void takeRest(Wanted order, Purchase purchase, Finished said, Instant now) {
        takeMore(order, purchase, said, true, now);
    }

    /** What a purchase brings that was called failed: the order has been served or paid back elsewhere. */
    void takeAfterFailed(Wanted order, Purchase purchase, Finished said, Instant now) {
        alarms.aboutPurchase(purchase, "CAME_AFTER_FAILED", now);
        takeMore(order, purchase, said, false, now);
    }

    private void takeMore(Wanted order, Purchase purchase, Finished said, boolean awaited, Instant now) {
        var line = order.line(purchase.terms().line());
        var inspection = Inspection.of(purchase, said).without(purchases.items(purchase), purchase.arrived());
        var faults = new ArrayList<BadGoods>();
        if (inspection.whole() != null) faults.add(inspection.whole());
        var cards = keep(order, line, purchase, inspection, faults);
        var good = good(purchase, inspection, cards, said);
        var bad = fault(purchase, said, inspection, good, faults);
        var forOrder = awaited ? share(order, line, good) : 0;
        // The same answer is asked for every hour: what it said before is told once.
        if (!purchase.grown(forOrder, good - forOrder, said.cost(), bad, now)) return;
        settle(order, line, purchase, new Arrival(cards, good, forOrder), bad, now);
    }

    private static @Nullable BadGoods fault(
            Purchase purchase, Finished said, Inspection inspection, int good, List<BadGoods> faults) {
        if (!faults.isEmpty()) return faults.getFirst();
        return Inspection.isShort(purchase, said) || good < inspection.units() ? BadGoods.LESS_THAN_SAID : null;
    }

    /** Cards that are in the vault, or what of a top-up has been charged. */
    private int good(Purchase purchase, Inspection inspection, List<Long> cards, Finished said) {
        if (!purchase.terms().direct()) return cards.size();
        var paidFor = purchases.unitsPaidFor(purchase, said.cost()) - purchase.arrived();
        return Math.clamp(paidFor, 0, inspection.units());
    }

    /** What came in good order, and how much of it is the order's. */
    private record Arrival(List<Long> cards, int good, int forOrder) {}

    // A buyer who took the money instead gets no goods on top.
    private static int share(Wanted order, Line line, int good) {
        return order.awaitsSupply() && !order.refundAccepted() ? Math.min(good, line.open()) : 0;
    }

    private void settle(Wanted order, Line line, Purchase purchase, Arrival came, @Nullable BadGoods bad, Instant now) {
        if (came.forOrder() > 0) deliver(order, line, purchase, came.cards(), came.forOrder(), now);
        if (bad != null) alarms.aboutPurchase(purchase, bad.name(), now);
        if (purchase.terms().direct() && came.good() > came.forOrder())
            alarms.aboutPurchase(purchase, "TOPPED_UP_AFTER_REFUND", now);
        tell(order, purchase, came.good(), came.forOrder(), bad);
    }

    /** Answers the cards that are now in the vault, and names what is not. */
    private List<Long> keep(Wanted order, Line line, Purchase purchase, Inspection inspection, List<BadGoods> faults) {
        var bought = new CardIntake.Bought(purchase.no().value(), line.sku(), order.seller());
        var taken = inspection.cards().isEmpty()
                ? List.<Taken>of()
                : vault.take(
                        bought,
                        inspection.cards().stream().map(GoodsIntake::opened).toList());
        var cards = new ArrayList<Long>();
        for (var one : taken) {
            var fault = fault(one.fate());
            purchases.addItem(purchase, one.seq(), one.cardId(), fault);
            if (fault == null) cards.add(Objects.requireNonNull(one.cardId()));
            else faults.add(fault);
        }
        for (var spoilt : inspection.spoilt()) {
            var fault = Inspection.fault(spoilt.fault());
            purchases.addItem(purchase, spoilt.seq(), null, fault);
            faults.add(fault);
        }
        return cards;
    }

    private void deliver(Wanted order, Line line, Purchase purchase, List<Long> cards, int units, Instant now) {
        if (!purchase.terms().direct()) {
            var wanted = new CardStock.Units(order.no(), line.line(), line.sku(), order.seller(), line.quantity());
            var handed = stock.hand(cards.subList(0, units), wanted, order.buyer(), now);
            if (handed != units) throw new IllegalStateException("an open unit had no free slot");
        }
        orders.supplied(order.no(), line.line(), units, now);
        ledger.post(Postings.supplied(
                order.no(),
                purchase.no().value() + ":" + purchase.arrived(),
                order.seller().value(),
                line.unit().times(units),
                order.commissionBp()));
        notices.delivered(order.no());
    }

    private void tell(Wanted order, Purchase purchase, int good, int forOrder, @Nullable BadGoods bad) {
        var facts = new HashMap<String, Object>(Map.of(
                "purchaseNo", purchase.no().value(),
                "supplier", purchase.supplier().value(),
                "state", purchase.state().name(),
                "delivered", forOrder,
                "toStock", good - forOrder));
        if (bad != null) facts.put("badGoods", bad.name());
        audit.record(
                BUYER,
                bad == null ? "purchase.finished" : "purchase.bad-goods",
                "order",
                order.no().value(),
                facts);
    }

    private static CardIntake.BoughtCard opened(SuppliedItem.Card card) {
        return new CardIntake.BoughtCard(
                card.seq(), card.number(), card.password(), card.url(), card.pin(), card.expiresOn());
    }

    private static @Nullable BadGoods fault(CardIntake.Fate fate) {
        return switch (fate) {
            case STORED -> null;
            case KNOWN -> BadGoods.KNOWN_CARD;
            case REPEATED -> BadGoods.SAME_CARD_TWICE;
            case MALFORMED -> BadGoods.UNREADABLE;
            case EXPIRED -> BadGoods.EXPIRED;
        };
    }
}
