package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Line;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Ids;
import org.springframework.stereotype.Component;

/** Decides from whom the next open units are bought. Needs the caller's transaction, with the order's row locked. */
@Component
class SourceChoice {
    private static final Actor CHOOSER = Actor.system("choose-source");

    private final SupplyBook orders;
    private final SourceTable sources;
    private final PurchaseTable purchases;
    private final Breakers breakers;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    SourceChoice(
            SupplyBook orders,
            SourceTable sources,
            PurchaseTable purchases,
            Breakers breakers,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.sources = sources;
        this.purchases = purchases;
        this.breakers = breakers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    SupplyStep next(Wanted order) {
        var ended = Steps.ended(order);
        if (ended.isPresent()) return ended.get();
        var line = order.lines().stream()
                .filter(some -> some.open() > 0)
                .findFirst()
                .orElseThrow();
        var before = purchases.of(order.no(), line.line());
        var unsettled = before.stream()
                .filter(purchase -> purchase.state().isOpen()
                        || purchase.needsJudging()
                        || Steps.owesTheRest(purchase, clock.instant()))
                .findFirst();
        if (unsettled.isPresent())
            return SupplyStep.of(SupplyStep.Kind.BUY, unsettled.get(), Steps.decideBy(unsettled.get()));
        var round = round(order, line);
        var refused = before.stream()
                .filter(p -> p.accountRefused() && p.terms().round() == round)
                .findFirst();
        if (refused.isPresent()) return correct(order, refused.get());
        for (var source : candidates(order, line, before, round)) {
            var no = new PurchaseNo(ids.next("PU"));
            if (breakers.mayBuy(source.supplier(), source.supplierSku(), no))
                return intend(
                        order,
                        no,
                        PurchaseTerms.of(source, line.line(), round, line.direct(), source.upTo(line.open())));
        }
        return nextTry(order, line).map(SupplyStep::awaitSource).orElse(SupplyStep.giveUp(SupplyEnd.NO_SOURCE));
    }

    /** Whom the open units of a line would be bought from next, as things stand; nothing is written. */
    Optional<Source> outlook(Wanted order, Line line) {
        return candidates(order, line, purchases.of(order.no(), line.line()), round(order, line)).stream()
                .findFirst();
    }

    /** When a source behind an open fuse may be tried, if that is within the time the buyer was promised an answer in. */
    Optional<Instant> nextTry(Wanted order, Line line) {
        var promised = Steps.after(order, PurchaseRules.OFFER_REFUND);
        if (!clock.instant().isBefore(promised)) return Optional.empty();
        var asked = asked(purchases.of(order.no(), line.line()), round(order, line));
        return sources.nextTry(line.sku(), order.seller(), asked).map(at -> at.isBefore(promised) ? at : promised);
    }

    private int round(Wanted order, Line line) {
        return orders.account(order.no(), line.line())
                .map(SupplyBook.Account::round)
                .orElse(1);
    }

    private SupplyStep correct(Wanted order, Purchase refused) {
        var until = Steps.after(order, PurchaseRules.CORRECT_ACCOUNT);
        var last = refused.terms().round() >= PurchaseRules.MOST_ACCOUNTS;
        if (last || !clock.instant().isBefore(until)) return SupplyStep.giveUp(SupplyEnd.ACCOUNT_NOT_CORRECTED);
        return SupplyStep.of(SupplyStep.Kind.CORRECT_ACCOUNT, refused, until);
    }

    /** Each source is asked once for a line, and once more for a corrected account. */
    private List<Source> candidates(Wanted order, Line line, List<Purchase> before, int round) {
        var asked = asked(before, round);
        return sources.of(line.sku(), order.seller()).stream()
                .filter(source -> !asked.contains(source.id()) && source.couldGive())
                .toList();
    }

    private static Set<Long> asked(List<Purchase> before, int round) {
        return before.stream()
                .filter(purchase -> purchase.terms().round() == round)
                .map(purchase -> purchase.terms().sourceId())
                .collect(Collectors.toSet());
    }

    private SupplyStep intend(Wanted order, PurchaseNo no, PurchaseTerms terms) {
        Instant now = clock.instant();
        var decideAt = Steps.after(order, PurchaseRules.DECIDE);
        var purchase = new Purchase(no, order.no(), terms, decideAt, now);
        purchases.add(purchase);
        orders.touch(order.no());
        audit.record(
                CHOOSER,
                "purchase.intended",
                "order",
                order.no().value(),
                Map.of(
                        "purchaseNo",
                        purchase.no().value(),
                        "supplier",
                        terms.supplierId(),
                        "quantity",
                        terms.quantity(),
                        "maxCostFen",
                        terms.maxCostFen()));
        return SupplyStep.of(SupplyStep.Kind.BUY, purchase, Steps.decideBy(purchase));
    }
}
