package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.OrderNotices;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class PurchaseCourse implements Purchases {
    private static final Actor SYSTEM = Actor.system("purchase");
    private static final Actor NOBODY = Actor.system("nobody-decided");
    private static final String UNCLEAR = "UNCLEAR_FOR_10_MINUTES";

    private final SupplyBook orders;
    private final PurchaseTable purchases;
    private final SourceChoice choice;
    private final GoodsIntake goods;
    private final SupplierDirectory suppliers;
    private final Breakers breakers;
    private final SupplierAlarms alarms;
    private final OrderNotices notices;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PurchaseCourse(
            SupplyBook orders,
            PurchaseTable purchases,
            SourceChoice choice,
            GoodsIntake goods,
            SupplierDirectory suppliers,
            Breakers breakers,
            SupplierAlarms alarms,
            OrderNotices notices,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.purchases = purchases;
        this.choice = choice;
        this.goods = goods;
        this.suppliers = suppliers;
        this.breakers = breakers;
        this.alarms = alarms;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public SupplyStep choose(OrderNo no) {
        return transaction.execute(status -> choice.next(locked(no)));
    }

    @Override
    public Optional<PurchaseCall> begin(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            if (neverToBeSent(order, purchase) || !purchase.state().isOpen()) return Optional.empty();
            if (purchase.sending(clock.instant())) return Optional.of(call(order, purchase, Act.SEND));
            var maySend = purchase.state() == PurchaseState.INTENDED;
            return Optional.of(maySend ? call(order, purchase, Act.ASK_THEN_SEND) : question(order, purchase));
        });
    }

    @Override
    public Optional<PurchaseCall> ask(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            if (neverToBeSent(order, purchase) || !purchase.sent()) return Optional.empty();
            if (!purchase.state().isOpen() && !purchase.mayGrow(clock.instant())) return Optional.empty();
            return Optional.of(question(order, purchase));
        });
    }

    /** An intent whose order has moved on before it was sent ends here: nobody has heard of it. */
    private boolean neverToBeSent(Wanted order, Purchase purchase) {
        if (purchase.sent() || !purchase.state().isOpen() || Steps.ended(order).isEmpty()) return false;
        purchase.failed(PurchaseReply.Reason.OTHER, "NEVER_SENT", clock.instant());
        breakers.never(purchase.supplier(), purchase.terms().supplierSku(), purchase.no());
        failed(order, purchase);
        return true;
    }

    private PurchaseCall question(Wanted order, Purchase purchase) {
        var back = purchase.state().isOpen() && purchase.desk().isWantedBack();
        return call(order, purchase, back ? Act.CANCEL : Act.ASK);
    }

    private PurchaseCall call(Wanted order, Purchase purchase, Act act) {
        var account = orders.account(
                order.no(), purchase.terms().line(), purchase.terms().round());
        return new PurchaseCall(
                suppliers.endpoint(purchase.supplier()),
                purchase.terms().request(purchase.no(), account),
                act,
                purchase.desk().cancelNo(purchase.no()));
    }

    @Override
    public SupplyStep record(String purchaseNo, PurchaseReply reply) {
        return with(purchaseNo, (order, purchase) -> {
            if (purchase.state().isOpen()) {
                write(order, purchase, reply, clock.instant());
                // Also an unclear answer changes the page: it tells when the next question comes.
                orders.touch(order.no());
            }
            return Steps.of(locked(order.no()), purchase, clock.instant());
        });
    }

    private void write(Wanted order, Purchase purchase, PurchaseReply reply, Instant now) {
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
        purchase.health().ifPresent(good -> breakers.judge(purchase, good));
        var state = purchase.state();
        if (state == PurchaseState.FAILED) failed(order, purchase);
        else if (state.isOpen() && state != before)
            record(SYSTEM, "purchase.unclear", order.no(), purchase, Map.of("state", state.name()));
        if (purchase.alert(now)) alarms.aboutPurchase(purchase, UNCLEAR, now);
    }

    private void failed(Wanted order, Purchase purchase) {
        record(SYSTEM, "purchase.failed", order.no(), purchase, Map.of("code", purchase.failure()));
        if (purchase.accountRefused() && order.awaitsSupply())
            notices.accountRefused(order.no(), purchase.terms().round());
    }

    @Override
    public SupplyStep step(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> Steps.of(order, purchase, clock.instant()));
    }

    @Override
    public SupplyStep offerRefund(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            if (orders.offerRefund(order.no(), clock.instant())) {
                record(SYSTEM, "order.refund-offered", order.no(), purchase, Map.of());
                notices.refundOffered(order.no());
            }
            return Steps.of(locked(order.no()), purchase, clock.instant());
        });
    }

    @Override
    public SupplyEnd end(OrderNo no, SupplyEnd why) {
        return transaction.execute(status -> {
            var open =
                    locked(no).lines().stream().mapToInt(SupplyBook.Line::open).sum();
            if (orders.end(no, why, clock.instant()))
                audit.record(
                        SYSTEM, "order.supply-ended", "order", no.value(), Map.of("why", why.name(), "open", open));
            return Objects.requireNonNullElse(
                    Steps.ended(locked(no)).map(SupplyStep::end).orElse(why), why);
        });
    }

    @Override
    public SupplyStep closeCase(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            var now = clock.instant();
            var found = Steps.of(order, purchase, now);
            if (!found.isCaseOver(now)) return found;
            purchase.judged(SupplyEnd.DECIDED.name(), now);
            orders.end(order.no(), SupplyEnd.DECIDED, now);
            orders.touch(order.no());
            record(NOBODY, "purchase.undecided", order.no(), purchase, Map.of());
            return Steps.of(locked(order.no()), purchase, now);
        });
    }

    @Override
    public void recordBehind(String purchaseNo, PurchaseReply reply) {
        with(purchaseNo, (order, purchase) -> {
            if (purchase.mayGrow(clock.instant())) return grow(order, purchase, reply);
            if (!purchase.state().isOpen()) return false;
            record(purchaseNo, reply);
            if (purchase.state().isOpen()) return false;
            outbox.add(new OutboxMessage(
                    PurchaseTopics.SETTLED,
                    purchaseNo,
                    "purchase-settled:" + purchaseNo,
                    Map.of("purchaseNo", purchaseNo, "orderNo", order.no().value())));
            return true;
        });
    }

    // An answer to a purchase that came in part: the process has gone on, so nobody is told.
    private boolean grow(Wanted order, Purchase purchase, PurchaseReply reply) {
        var now = clock.instant();
        purchase.askedForRest(now);
        if (!(reply instanceof PurchaseReply.Finished said) || said.delivered() <= purchase.arrived()) return false;
        goods.takeRest(order, purchase, said, now);
        orders.touch(order.no());
        return true;
    }

    @Override
    public List<String> overdue(Instant dueBefore, int limit) {
        return purchases.overdue(dueBefore, limit);
    }

    private <T> T with(String purchaseNo, BiFunction<Wanted, Purchase, T> act) {
        return transaction.execute(status -> {
            var order = locked(purchases.orderOf(purchaseNo));
            return act.apply(order, purchases.require(purchaseNo));
        });
    }

    private Wanted locked(OrderNo no) {
        return orders.lock(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private void record(Actor by, String what, OrderNo order, Purchase purchase, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("purchaseNo", purchase.no().value());
        facts.put("supplier", purchase.supplier().value());
        audit.record(by, what, "order", order.value(), facts);
    }
}
