package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.catalog.AccountField;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.SupplyView.Phase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class StoredSupplyDesk implements SupplyDesk {
    private final SupplyBook orders;
    private final PurchaseTable purchases;
    private final PurchaseReads reads;
    private final Catalog catalog;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Refusals refusals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredSupplyDesk(
            SupplyBook orders,
            PurchaseTable purchases,
            PurchaseReads reads,
            Catalog catalog,
            Outbox outbox,
            AuditLog audit,
            Refusals refusals,
            Clock clock,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.purchases = purchases;
        this.reads = reads;
        this.catalog = catalog;
        this.outbox = outbox;
        this.audit = audit;
        this.refusals = refusals;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Optional<SupplyView> waiting(Actor viewer, OrderNo no) {
        var order = mine(viewer, no, viewer.isStaff(), "order.supply");
        return order.awaitsSupply() ? Optional.of(view(order)) : Optional.empty();
    }

    private SupplyView view(Wanted order) {
        var all = reads.of(order.no());
        var line = openLine(order);
        var fields = accountRefused(order) ? catalog.accountFields(line.sku()) : List.<AccountField>of();
        var last = all.isEmpty() ? null : all.getLast();
        var phase = last == null ? Phase.CHOOSING : phase(last, !fields.isEmpty());
        return new SupplyView(
                phase,
                last == null ? "" : last.supplierName(),
                last == null ? null : last.sentAt(),
                last == null || phase != Phase.SUPPLIER ? null : last.askAt(),
                line.open(),
                !order.refundAccepted() && (order.refundOffered() || phase == Phase.BUYER),
                order.refundAccepted(),
                fields,
                actBy(order, last, phase));
    }

    private Phase phase(PurchaseView last, boolean refused) {
        if (refused) return Phase.BUYER;
        if (last.state() == PurchaseState.BAD_GOODS && last.verdict() == null) return Phase.STAFF;
        var now = clock.instant();
        if (last.state().isOpen()) return now.isBefore(last.decideAt()) ? Phase.SUPPLIER : Phase.STAFF;
        var owesTheRest = purchases.of(last.order(), last.line()).stream().anyMatch(one -> Steps.owesTheRest(one, now));
        return owesTheRest ? Phase.SUPPLIER : Phase.CHOOSING;
    }

    private static @Nullable Instant actBy(Wanted order, @Nullable PurchaseView last, Phase phase) {
        return switch (phase) {
            case CHOOSING, SUPPLIER -> null;
            case BUYER -> Steps.after(order, PurchaseRules.CORRECT_ACCOUNT);
            case STAFF -> last == null ? null : last.decideAt().plus(PurchaseRules.DECIDE);
        };
    }

    @Override
    public List<PurchaseView> purchases(Actor staff, OrderNo no) {
        staff.requireStaff();
        return reads.of(no);
    }

    @Override
    public void acceptRefund(Actor buyer, OrderNo no) {
        mine(buyer, no, false, "order.accept-refund");
        transaction.executeWithoutResult(status -> {
            var order = locked(no);
            if (order.refundAccepted()) return;
            if (!order.refundOffered() && !accountRefused(order))
                throw new DomainException(ErrorCode.REFUND_NOT_OFFERED);
            if (!orders.acceptRefund(no, clock.instant())) throw new DomainException(ErrorCode.REFUND_NOT_OFFERED);
            audit.record(buyer, "order.refund-accepted", "order", no.value(), Map.of());
            outbox.add(new OutboxMessage(
                    PurchaseTopics.REFUND_ACCEPTED,
                    no.value(),
                    "refund-accepted:" + no,
                    Map.of("orderNo", no.value())));
        });
    }

    @Override
    public void correctAccount(Actor buyer, OrderNo no, Map<String, String> fields) {
        mine(buyer, no, false, "order.correct-account");
        transaction.executeWithoutResult(status -> {
            var order = locked(no);
            if (!order.awaitsSupply() || order.refundAccepted() || !accountRefused(order))
                throw new DomainException(ErrorCode.ACCOUNT_NOT_ASKED);
            var line = openLine(order);
            var last = orders.account(no, line.line()).orElseThrow().round();
            if (last >= PurchaseRules.MOST_ACCOUNTS) throw new DomainException(ErrorCode.ACCOUNT_REFUSED_TOO_OFTEN);
            orders.correctAccount(no, line.line(), fields, clock.instant());
            orders.touch(no);
            var round = last + 1;
            audit.record(buyer, "order.account-corrected", "order", no.value(), Map.of("round", round));
            outbox.add(new OutboxMessage(
                    PurchaseTopics.ACCOUNT_CORRECTED,
                    no.value(),
                    "account-corrected:" + no + ":" + round,
                    Map.of("orderNo", no.value())));
        });
    }

    /** The newest account of the open line was refused and nothing was corrected since. */
    private boolean accountRefused(Wanted order) {
        if (!order.awaitsSupply()) return false;
        var line = openLine(order);
        var round = orders.account(order.no(), line.line()).map(SupplyBook.Account::round);
        return round.isPresent()
                && purchases.of(order.no(), line.line()).stream()
                        .anyMatch(purchase ->
                                purchase.accountRefused() && purchase.terms().round() == round.get());
    }

    private static SupplyBook.Line openLine(Wanted order) {
        return order.lines().stream()
                .filter(line -> line.open() > 0)
                .findFirst()
                .orElseThrow();
    }

    // Outside any transaction: a refusal is recorded on its own.
    private Wanted mine(Actor viewer, OrderNo no, boolean staff, String act) {
        var order = transaction.execute(
                status -> orders.read(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND)));
        if (!staff && !viewer.is(order.buyer())) throw refusals.refuse(viewer, act, "order", no.value());
        return order;
    }

    private Wanted locked(OrderNo no) {
        return orders.lock(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }
}
