package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Instant;
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

    private final SupplyBook orders;
    private final PurchaseTable purchases;
    private final SourceChoice choice;
    private final SupplierAnswers answers;
    private final Doubts doubts;
    private final SupplierDirectory suppliers;
    private final OrderNotices notices;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PurchaseCourse(
            SupplyBook orders,
            PurchaseTable purchases,
            SourceChoice choice,
            SupplierAnswers answers,
            Doubts doubts,
            SupplierDirectory suppliers,
            OrderNotices notices,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.purchases = purchases;
        this.choice = choice;
        this.answers = answers;
        this.doubts = doubts;
        this.suppliers = suppliers;
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
            if (purchase.sending(false, clock.instant())) return Optional.of(call(order, purchase, Act.SEND));
            var maySend = purchase.state() == PurchaseState.INTENDED;
            return Optional.of(maySend ? call(order, purchase, Act.ASK_THEN_SEND) : question(order, purchase));
        });
    }

    @Override
    public Optional<PurchaseCall> sendAgain(String purchaseNo) {
        return with(
                purchaseNo,
                (order, purchase) -> Steps.ended(order).isEmpty() && purchase.sending(true, clock.instant())
                        ? Optional.of(call(order, purchase, Act.SEND))
                        : Optional.empty());
    }

    @Override
    public Optional<PurchaseCall> ask(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            if (neverToBeSent(order, purchase) || !purchase.sent()) return Optional.empty();
            var owed = purchase.state().isOpen() || purchase.mayGrow(clock.instant()) || doubts.about(purchase);
            return owed ? Optional.of(question(order, purchase)) : Optional.empty();
        });
    }

    /** An intent whose order has moved on before it was sent ends here: nobody has heard of it. */
    private boolean neverToBeSent(Wanted order, Purchase purchase) {
        if (purchase.sent() || !purchase.state().isOpen() || Steps.ended(order).isEmpty()) return false;
        answers.neverSent(order, purchase);
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
            if (purchase.mayGrow(clock.instant())) answers.grow(order, purchase, reply);
            if (purchase.state().isOpen()) {
                answers.write(order, purchase, reply);
                // Also an unclear answer changes the page: it tells when the next question comes.
                orders.touch(order.no());
            }
            return Steps.of(locked(order.no()), purchase, clock.instant());
        });
    }

    @Override
    public SupplyStep step(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> Steps.of(order, purchase, clock.instant()));
    }

    @Override
    public SupplyStep offerRefund(String purchaseNo) {
        return with(purchaseNo, (order, purchase) -> {
            if (orders.offerRefund(order.no(), clock.instant())) {
                answers.record("order.refund-offered", order, purchase, Map.of());
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
            answers.record(NOBODY, "purchase.undecided", order, purchase, Map.of());
            return Steps.of(locked(order.no()), purchase, now);
        });
    }

    @Override
    public void recordBehind(String purchaseNo, PurchaseReply reply) {
        with(purchaseNo, (order, purchase) -> {
            var open = purchase.state().isOpen();
            // Of cards that came in part the process has gone on, so nobody is told of the rest.
            var owed = Steps.owesTheRest(purchase, clock.instant());
            var before = purchase.arrived();
            if (doubts.about(purchase)) answers.doubted(order, purchase, reply);
            record(purchaseNo, reply);
            purchases.answered(purchaseNo);
            if (open ? purchase.state().isOpen() : !owed || purchase.arrived() == before) return false;
            outbox.add(new OutboxMessage(
                    PurchaseTopics.SETTLED,
                    purchaseNo,
                    "purchase-settled:" + purchaseNo + ":" + purchase.arrived(),
                    Map.of("purchaseNo", purchaseNo, "orderNo", order.no().value())));
            return true;
        });
    }

    @Override
    public List<String> overdue(Instant dueBefore, int limit) {
        return transaction.execute(status -> purchases.overdue(dueBefore, clock.instant(), limit));
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
}
