package org.kameng.domain.supplier;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.supplier.PurchaseDecision.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class TwoPersonPurchaseDesk implements PurchaseDesk {
    private final PurchaseQueue queue;
    private final PurchaseTable purchases;
    private final PurchaseDecisions decisions;
    private final PurchasePreviews previews;
    private final DeskActs acts;
    private final SupplyBook orders;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Refusals refusals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TwoPersonPurchaseDesk(
            PurchaseQueue queue,
            PurchaseTable purchases,
            PurchaseDecisions decisions,
            PurchasePreviews previews,
            DeskActs acts,
            SupplyBook orders,
            Outbox outbox,
            AuditLog audit,
            Refusals refusals,
            Clock clock,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.purchases = purchases;
        this.decisions = decisions;
        this.previews = previews;
        this.acts = acts;
        this.orders = orders;
        this.outbox = outbox;
        this.audit = audit;
        this.refusals = refusals;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Slice<DeskRow> list(Actor staff, DeskFilter filter, PageRequest page) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return queue.page(filter, page);
    }

    @Override
    public DeskCounts count(Actor staff) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return queue.count();
    }

    // Under the order's lock: what stands together on the page is true together.
    @Override
    public View view(Actor staff, String purchaseNo) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return with(purchaseNo, (order, purchase) -> {
            var standing = decisions.standing(purchaseNo);
            return new View(
                    queue.find(purchaseNo).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND)),
                    order.line(purchase.terms().line()).open(),
                    previews.of(order, purchase),
                    standing.orElse(null),
                    standing.filter(proposal -> isStale(order, purchase, proposal))
                            .isPresent(),
                    decisions.of(purchaseNo));
        });
    }

    private boolean isStale(Wanted order, Purchase purchase, PurchaseDecision proposal) {
        return seen(order, purchase, proposal.act(), proposal.token()).isEmpty();
    }

    /** What would happen now, if that is what the token's owner saw. */
    private Optional<PurchasePreview> seen(Wanted order, Purchase purchase, DeskAct act, String token) {
        return previews.of(order, purchase, act)
                .filter(preview -> preview.token().equals(token));
    }

    @Override
    public Result decide(Actor operator, String purchaseNo, Wish wish) {
        requireMay(operator, purchaseNo);
        var why = reason(wish.reason());
        return with(purchaseNo, (order, purchase) -> {
            var seen = seen(order, purchase, wish.act(), wish.token());
            if (seen.isEmpty() && decisions.isDone(purchaseNo, wish.act(), wish.token(), operator)) return Result.DONE;
            var preview = seen.orElseThrow(() -> new DomainException(ErrorCode.PREVIEW_STALE));
            var standing = decisions.standing(purchaseNo).orElse(null);
            if (!preview.twoPeople()) {
                var id = decisions.done(purchaseNo, preview, operator, why, clock.instant());
                carryOut(order, purchase, decisions.find(id).orElseThrow());
                return Result.DONE;
            }
            if (standing != null && isSame(standing, wish, operator)) return Result.PROPOSED;
            if (standing != null && !isStale(order, purchase, standing))
                throw new DomainException(ErrorCode.PROPOSAL_WAITS);
            overtake(purchaseNo);
            decisions.propose(purchaseNo, preview, operator, why, clock.instant());
            orders.touch(order.no());
            tell(
                    operator,
                    "purchase.proposed",
                    order,
                    purchase,
                    Map.of("act", wish.act().name(), "reason", why));
            return Result.PROPOSED;
        });
    }

    private static boolean isSame(PurchaseDecision standing, Wish wish, Actor by) {
        return by.is(standing.proposedBy())
                && standing.act() == wish.act()
                && standing.token().equals(wish.token());
    }

    @Override
    public Result confirm(Actor operator, long decision) {
        operator.require(Role.OPERATOR);
        var proposal = decisions.find(decision).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        requireMay(operator, proposal.purchaseNo());
        if (operator.is(proposal.proposedBy())) throw fourEyes(operator, proposal.purchaseNo());
        return with(proposal.purchaseNo(), (order, purchase) -> {
            var now = decisions.find(decision).orElseThrow();
            if (now.state() == State.DONE) return Result.DONE;
            if (now.state() != State.PROPOSED || isStale(order, purchase, now))
                throw new DomainException(ErrorCode.PREVIEW_STALE);
            decisions.decide(decision, State.DONE, operator, null, clock.instant());
            carryOut(order, purchase, decisions.find(decision).orElseThrow());
            return Result.DONE;
        });
    }

    private void carryOut(Wanted order, Purchase purchase, PurchaseDecision decision) {
        var by = by(decision);
        acts.carryOut(order, purchase, decision.act(), clock.instant());
        overtake(decision.purchaseNo());
        var facts = Map.<String, Object>of(
                "act", decision.act().name(),
                "reason", decision.reason(),
                "proposedBy", decision.proposedName(),
                "preview", decision.token(),
                "atStakeFen", decision.atStake().fen());
        tell(by, "purchase.decided", order, purchase, facts);
        outbox.add(new OutboxMessage(
                PurchaseTopics.DECIDED,
                decision.purchaseNo(),
                "purchase-decided:" + decision.id(),
                Map.of("decision", decision.id(), "orderNo", order.no().value())));
    }

    /** A proposal that something else came before. */
    private void overtake(String purchaseNo) {
        decisions
                .standing(purchaseNo)
                .ifPresent(standing -> decisions.decide(
                        standing.id(), State.OVERTAKEN, Actor.system("purchase-desk"), null, clock.instant()));
    }

    @Override
    public void decline(Actor operator, long decision, String reason) {
        operator.require(Role.OPERATOR);
        var proposal = decisions.find(decision).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        requireMay(operator, proposal.purchaseNo());
        var why = reason(reason);
        with(proposal.purchaseNo(), (order, purchase) -> {
            if (decisions.find(decision).orElseThrow().state() != State.PROPOSED) return false;
            decisions.decide(decision, State.DECLINED, operator, why, clock.instant());
            orders.touch(order.no());
            var facts = Map.<String, Object>of("act", proposal.act().name(), "reason", why);
            tell(operator, "purchase.proposal-declined", order, purchase, facts);
            return true;
        });
    }

    @Override
    public Optional<Given> given(long decision) {
        return decisions
                .find(decision)
                .filter(found -> found.state() == State.DONE)
                .flatMap(found -> queue.find(found.purchaseNo())
                        .map(row -> new Given(by(found), row.purchase(), found.act(), found.reason())));
    }

    private static Actor by(PurchaseDecision decision) {
        return new Actor(decision.decidedBy(), Objects.requireNonNull(decision.decidedName()), Set.of(Role.OPERATOR));
    }

    // Outside any transaction: a refusal is recorded on its own.
    private void requireMay(Actor operator, String purchaseNo) {
        operator.require(Role.OPERATOR);
        var order = transaction
                .execute(status -> orders.read(purchases.orderOf(purchaseNo)))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        if (operator.is(order.buyer())) throw fourEyes(operator, purchaseNo);
    }

    private DomainException fourEyes(Actor operator, String purchaseNo) {
        return refusals.refuse(operator, ErrorCode.FOUR_EYES, "purchase.decide", "purchase", purchaseNo);
    }

    private static String reason(String reason) {
        return PlainText.reason(reason, Wish.MAX_REASON);
    }

    private <T> T with(String purchaseNo, BiFunction<Wanted, Purchase, T> act) {
        return transaction.execute(status -> {
            var order = orders.lock(purchases.orderOf(purchaseNo))
                    .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
            return act.apply(order, purchases.require(purchaseNo));
        });
    }

    private void tell(Actor by, String what, Wanted order, Purchase purchase, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("purchaseNo", purchase.no().value());
        audit.record(by, what, "order", order.no().value(), facts);
    }
}
