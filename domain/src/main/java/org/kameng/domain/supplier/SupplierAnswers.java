package org.kameng.domain.supplier;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.OrderNotices;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Writes down what a supplier answered, with all that follows from it. Needs the caller's transaction, with order and purchase
 * locked.
 */
@Component
class SupplierAnswers {
    private static final Actor SYSTEM = Actor.system("purchase");
    private static final String UNCLEAR = "UNCLEAR_FOR_10_MINUTES";

    private final SupplyBook orders;
    private final PurchaseTable purchases;
    private final GoodsIntake goods;
    private final Doubts doubts;
    private final Breakers breakers;
    private final SupplierAlarms alarms;
    private final OrderNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    SupplierAnswers(
            SupplyBook orders,
            PurchaseTable purchases,
            GoodsIntake goods,
            Doubts doubts,
            Breakers breakers,
            SupplierAlarms alarms,
            OrderNotices notices,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.purchases = purchases;
        this.goods = goods;
        this.doubts = doubts;
        this.breakers = breakers;
        this.alarms = alarms;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    void write(Wanted order, Purchase purchase, PurchaseReply reply) {
        var now = clock.instant();
        var before = purchase.state();
        switch (reply) {
            case PurchaseReply.Processing(var supplierNo) -> purchase.processing(supplierNo, now);
            case PurchaseReply.Unknown(var code) -> purchase.unknown(code, now);
            case PurchaseReply.CancelRefused(var code) -> purchase.cancelRefused(code, now);
            case PurchaseReply.NotFound(var seenUntil) -> purchase.notFound(seenUntil, now);
            // Something stands under this number already: what, the supplier must tell.
            case PurchaseReply.Failed(var reason, var code)
            when reason == PurchaseReply.Reason.IDEMPOTENCY_CONFLICT -> purchase.unknown(code, now);
            case PurchaseReply.Failed(var reason, var code) -> purchase.failed(reason, code, now);
            case PurchaseReply.Finished said -> goods.take(order, purchase, said, now);
        }
        purchases.flush();
        purchase.health()
                .ifPresent(good ->
                        breakers.judge(purchase.supplier(), purchase.terms().supplierSku(), purchase.no(), good));
        if (purchase.state() == PurchaseState.FAILED) failed(order, purchase);
        else if (purchase.state().isOpen() && purchase.state() != before)
            record(
                    "purchase.unclear",
                    order,
                    purchase,
                    Map.of("state", purchase.state().name()));
        if (purchase.alert(now)) alarms.aboutPurchase(purchase, UNCLEAR, now);
    }

    private void failed(Wanted order, Purchase purchase) {
        record("purchase.failed", order, purchase, Map.of("code", purchase.failure()));
        if (purchase.accountRefused() && order.awaitsSupply())
            notices.accountRefused(order.no(), purchase.terms().round());
    }

    /** Its order moved on before it was sent: nobody has heard of it. */
    void neverSent(Wanted order, Purchase purchase) {
        purchase.failed(PurchaseReply.Reason.OTHER, "NEVER_SENT", clock.instant());
        breakers.never(purchase.supplier(), purchase.terms().supplierSku(), purchase.no());
        failed(order, purchase);
    }

    /** An answer to a purchase that came in part. */
    void grow(Wanted order, Purchase purchase, PurchaseReply reply) {
        var now = clock.instant();
        purchase.askedForRest(now);
        if (!(reply instanceof PurchaseReply.Finished said) || said.delivered() <= purchase.arrived()) return;
        goods.takeRest(order, purchase, said, now);
        orders.touch(order.no());
    }

    /** An answer to a purchase that was called failed: what comes after all is paid for, but no more the order's. */
    void doubted(Wanted order, Purchase purchase, PurchaseReply reply) {
        switch (reply) {
            case PurchaseReply.Processing going -> doubts.askLater(purchase);
            case PurchaseReply.Unknown silence -> doubts.askLater(purchase);
            case PurchaseReply.CancelRefused kept -> doubts.askLater(purchase);
            case PurchaseReply.NotFound none -> doubts.settle(purchase);
            case PurchaseReply.Failed failed -> doubts.settle(purchase);
            case PurchaseReply.Finished said -> {
                doubts.settle(purchase);
                if (said.delivered() > purchase.arrived())
                    goods.takeAfterFailed(order, purchase, said, clock.instant());
            }
        }
    }

    void record(String what, Wanted order, Purchase purchase, Map<String, Object> more) {
        record(SYSTEM, what, order, purchase, more);
    }

    void record(Actor by, String what, Wanted order, Purchase purchase, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("purchaseNo", purchase.no().value());
        facts.put("supplier", purchase.supplier().value());
        audit.record(by, what, "order", order.no().value(), facts);
    }
}
