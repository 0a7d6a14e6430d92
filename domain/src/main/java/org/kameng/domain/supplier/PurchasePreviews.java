package org.kameng.domain.supplier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.order.SupplyBook.Line;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.PurchasePreview.Call;
import org.kameng.domain.supplier.PurchasePreview.Outcome;
import org.kameng.domain.supplier.PurchasePreview.Then;
import org.kameng.domain.supplier.PurchasePreview.When;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Computes what a decision would do with the same parts that then do it. Needs the caller's transaction, with order and purchase
 * locked.
 */
@Component
class PurchasePreviews {
    private final SourceChoice choice;
    private final SupplierFacts suppliers;
    private final Refunds refunds;
    private final Clock clock;
    private final Money limit;

    PurchasePreviews(
            SourceChoice choice,
            SupplierFacts suppliers,
            Refunds refunds,
            Clock clock,
            @Value("${kameng.purchase.two-people-above-fen:50000}") long limitFen) {
        this.choice = choice;
        this.suppliers = suppliers;
        this.refunds = refunds;
        this.clock = clock;
        this.limit = Money.ofFen(limitFen);
    }

    /** One for each thing an operator may do now. */
    List<PurchasePreview> of(Wanted order, Purchase purchase) {
        return possible(order, purchase).stream()
                .map(act -> preview(order, purchase, act))
                .toList();
    }

    /** Empty when that is not to be done any more. */
    Optional<PurchasePreview> of(Wanted order, Purchase purchase, DeskAct act) {
        return possible(order, purchase).contains(act) ? Optional.of(preview(order, purchase, act)) : Optional.empty();
    }

    private Set<DeskAct> possible(Wanted order, Purchase purchase) {
        var now = clock.instant();
        var acts = EnumSet.noneOf(DeskAct.class);
        if (purchase.state().isOpen() && purchase.sent()) {
            acts.add(DeskAct.ASK);
            if (mayCancel(purchase)) acts.add(DeskAct.CANCEL);
            if (waits(order)) acts.add(DeskAct.REFUND);
            if (waits(order) && purchase.isDue(now)) acts.add(DeskAct.NEXT);
        }
        if (purchase.needsJudging() && waits(order)) acts.addAll(Set.of(DeskAct.NEXT, DeskAct.REFUND));
        if (purchase.mayGrow(now)) acts.add(DeskAct.ASK);
        return acts;
    }

    // What may not have been sent yet is asked about first: a wish to take it back would be about nothing.
    private boolean mayCancel(Purchase purchase) {
        return purchase.state() != PurchaseState.INTENDED
                && !purchase.desk().isWantedBack()
                && suppliers.protocol(purchase.supplier()).cancels();
    }

    private static boolean waits(Wanted order) {
        return order.awaitsSupply() && !order.refundAccepted();
    }

    private PurchasePreview preview(Wanted order, Purchase purchase, DeskAct act) {
        var line = order.line(purchase.terms().line());
        var outcomes = outcomes(order, line, purchase, act);
        var atStake = act == DeskAct.ASK ? Money.ZERO : atStake(line, purchase);
        var proof = act == DeskAct.NEXT && purchase.state().isOpen();
        return new PurchasePreview(
                act,
                call(purchase, act),
                outcomes,
                atStake,
                proof || atStake.compareTo(limit) > 0,
                proof,
                token(order, purchase, act, outcomes));
    }

    private static Call call(Purchase purchase, DeskAct act) {
        return switch (act) {
            case ASK -> purchase.desk().isWantedBack() ? Call.CANCEL : Call.QUERY;
            case CANCEL -> Call.CANCEL;
            case NEXT -> Call.NONE;
            case REFUND -> purchase.state().isOpen() ? Call.QUERY : Call.NONE;
        };
    }

    private static Money atStake(Line line, Purchase purchase) {
        var sale = line.unit().times(Math.max(line.open(), purchase.terms().quantity()));
        var cost = purchase.terms().maxCost();
        return sale.compareTo(cost) > 0 ? sale : cost;
    }

    private List<Outcome> outcomes(Wanted order, Line line, Purchase purchase, DeskAct act) {
        return switch (act) {
            case ASK ->
                purchase.desk().isWantedBack() && purchase.state().isOpen()
                        ? takenBack(order, line)
                        : asked(order, line, purchase);
            case CANCEL -> takenBack(order, line);
            case NEXT -> List.of(elsewhere(When.AT_ONCE, order, line));
            case REFUND -> refunded(order, purchase);
        };
    }

    private List<Outcome> asked(Wanted order, Line line, Purchase purchase) {
        var outcomes = new ArrayList<Outcome>();
        var rest = purchase.terms().quantity() - purchase.arrived();
        var forOrder = waits(order) ? Math.min(rest, line.open()) : 0;
        if (forOrder > 0) outcomes.add(delivered(order, line, purchase, forOrder, rest));
        if (rest > forOrder)
            outcomes.add(new Outcome(When.DELIVERED, Then.STOCKS, rest - forOrder, Money.ZERO, null, List.of()));
        if (purchase.state().isOpen()) outcomes.add(elsewhere(When.FAILED, order, line));
        outcomes.add(Outcome.plain(When.UNCLEAR, Then.ASKS_ON));
        return outcomes;
    }

    private static Outcome delivered(Wanted order, Line line, Purchase purchase, int units, int arriving) {
        var arrival = purchase.no().value() + ":" + (purchase.arrived() + arriving);
        var money = line.unit().times(units);
        var transfer = Postings.supplied(order.no(), arrival, order.seller().value(), money, order.commissionBp());
        return new Outcome(When.DELIVERED, Then.DELIVERS, units, money, null, transfer.entries());
    }

    private List<Outcome> takenBack(Wanted order, Line line) {
        return List.of(
                elsewhere(When.AGREED, order, line),
                Outcome.plain(When.REFUSED, Then.ASKS_ON),
                Outcome.plain(When.UNCLEAR, Then.ASKS_ON));
    }

    private Outcome elsewhere(When when, Wanted order, Line line) {
        if (!order.awaitsSupply()) return Outcome.plain(when, Then.NOTHING);
        if (order.refundAccepted()) return refund(when, order);
        var next = choice.outlook(order, line);
        if (next.isPresent()) return buys(when, order, line, next.get());
        return choice.nextTry(order, line).isPresent() ? Outcome.plain(when, Then.AWAITS_SOURCE) : refund(when, order);
    }

    private Outcome buys(When when, Wanted order, Line line, Source source) {
        var units = source.upTo(line.open());
        var sale = Postings.supplied(
                order.no(), "outlook", order.seller().value(), line.unit().times(units), order.commissionBp());
        var cost = source.maxCost().times(units);
        return new Outcome(when, Then.BUYS, units, cost, suppliers.name(source.supplier()), sale.entries());
    }

    private List<Outcome> refunded(Wanted order, Purchase purchase) {
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(refund(When.AT_ONCE, order));
        if (purchase.state().isOpen())
            outcomes.add(
                    new Outcome(When.DELIVERED, Then.STOCKS, purchase.terms().quantity(), Money.ZERO, null, List.of()));
        return outcomes;
    }

    private Outcome refund(When when, Wanted order) {
        var entries = refunds.outlook(order.no());
        var back = entries.stream().mapToLong(entry -> Math.max(0, entry.fen())).sum();
        var open = order.lines().stream().mapToInt(Line::open).sum();
        return new Outcome(when, Then.REFUNDS, open, Money.ofFen(back), null, entries);
    }

    /** The facts a person decides on, and no more: that the supplier was asked once again in between changes nothing. */
    private String token(Wanted order, Purchase purchase, DeskAct act, List<Outcome> outcomes) {
        var facts = List.of(
                purchase.no().value(),
                act,
                purchase.state(),
                purchase.arrived(),
                purchase.isDue(clock.instant()),
                purchase.desk().cancels(),
                purchase.desk().isWantedBack(),
                order.state(),
                waits(order),
                order.refundOffered(),
                outcomes);
        try {
            var bytes = facts.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
