package org.kameng.domain.stock;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.order.RecalledHoldings;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.vault.BatchRow;
import org.kameng.domain.vault.RecalledCards;
import org.kameng.domain.vault.RecalledCards.SoldCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In three steps that may each be cut off: mark the batch and take its free cards out; order by order replace what is
 * reserved; close the books. As a sweep it takes up what was cut off.
 */
@Service
class TwoPersonRecalls implements BatchRecalls, Sweep {
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int ORDERS_AT_ONCE = 200;
    private static final int MAX_REASON = 500;
    private static final Role[] MAY_LOOK = {Role.OPERATOR, Role.SUPPORT_AGENT, Role.AUDITOR};

    private final RecallTable recalls;
    private final RecalledCards cards;
    private final RecalledHoldings holdings;
    private final SoldList sold;
    private final AuditLog audit;
    private final Refusals refusals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TwoPersonRecalls(
            RecallTable recalls,
            RecalledCards cards,
            RecalledHoldings holdings,
            SoldList sold,
            AuditLog audit,
            Refusals refusals,
            Clock clock,
            TransactionTemplate transaction) {
        this.recalls = recalls;
        this.cards = cards;
        this.holdings = holdings;
        this.sold = sold;
        this.audit = audit;
        this.refusals = refusals;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public BatchRow batch(Actor staff, long batch) {
        staff.require(MAY_LOOK);
        return cards.batch(batch).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    @Override
    public Optional<RecallView> of(Actor staff, long batch) {
        staff.require(MAY_LOOK);
        return recalls.last(batch);
    }

    @Override
    public RecallView ask(Actor operator, long batch, String reason) {
        operator.require(Role.OPERATOR);
        var why = reason(reason);
        batch(operator, batch);
        var recall = transaction.execute(status -> {
            recalls.lockBatch(batch);
            var standing = recalls.standing(batch);
            return standing.isPresent() ? standing.get().id() : lock(operator, batch, why);
        });
        return finish(recall);
    }

    private long lock(Actor operator, long batch, String reason) {
        var now = clock.instant();
        var withdrawn = cards.lock(batch, now);
        var recall = recalls.add(batch, operator, reason, withdrawn, now);
        audit.record(
                operator,
                "batch.recall-asked",
                "batch",
                String.valueOf(batch),
                Map.of("recall", recall, "reason", reason, "withdrawn", withdrawn));
        return recall;
    }

    private RecallView finish(long id) {
        var recall = recalls.find(id).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        if (recall.state() != RecallState.LOCKING) return recall;
        for (var holders = cards.holders(recall.batch(), ORDERS_AT_ONCE);
                !holders.isEmpty();
                holders = cards.holders(recall.batch(), ORDERS_AT_ONCE)) {
            holders.forEach(order -> transaction.executeWithoutResult(
                    status -> recalls.held(id, order, holdings.replace(order, recall.batch(), recall.reason()))));
        }
        return transaction.execute(status -> close(id));
    }

    private RecallView close(long id) {
        var recall = recalls.lock(id).orElseThrow();
        if (recall.state() != RecallState.LOCKING) return recall;
        var batch = cards.batch(recall.batch()).orElseThrow();
        var anySold = batch.delivered() > 0;
        recalls.locked(id, anySold ? RecallState.LOCKED : RecallState.DONE, batch.withdrawn(), clock.instant());
        var closed = recalls.find(id).orElseThrow();
        audit.record(
                Actor.system("batch-recall"),
                anySold ? "batch.recall-locked" : "batch.recalled",
                "batch",
                String.valueOf(recall.batch()),
                Map.of(
                        "recall",
                        id,
                        "withdrawn",
                        closed.withdrawn(),
                        "replaced",
                        closed.replaced(),
                        "missing",
                        closed.missing()));
        return closed;
    }

    @Override
    public RecallView confirm(Actor operator, long recall, String reason) {
        return decide(operator, recall, reason, RecallState.DONE, "batch.recalled");
    }

    @Override
    public RecallView lift(Actor operator, long recall, String reason) {
        return decide(operator, recall, reason, RecallState.LIFTED, "batch.recall-lifted");
    }

    private RecallView decide(Actor operator, long id, String reason, RecallState to, String what) {
        operator.require(Role.OPERATOR);
        var why = reason(reason);
        var asked = recalls.find(id).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        if (operator.is(asked.askedBy()))
            throw refusals.refuse(
                    operator, ErrorCode.FOUR_EYES, "batch.recall", "batch", String.valueOf(asked.batch()));
        return transaction.execute(status -> {
            var recall = recalls.lock(id).orElseThrow();
            if (!open(recall, to)) return recall;
            var restored = to == RecallState.LIFTED ? cards.restore(recall.batch()) : 0;
            recalls.decided(id, to, operator, why, clock.instant());
            audit.record(
                    operator,
                    what,
                    "batch",
                    String.valueOf(recall.batch()),
                    Map.of("recall", id, "reason", why, "restored", restored));
            return recalls.find(id).orElseThrow();
        });
    }

    /** What one person decided alone, for want of sold cards, a second may still lift; what two decided stands. */
    private static boolean open(RecallView recall, RecallState to) {
        return recall.decidedAt() == null
                && (recall.state() == RecallState.LOCKED
                        || recall.state() == RecallState.DONE && to == RecallState.LIFTED);
    }

    @Override
    public Slice<SoldCard> sold(Actor staff, long batch, PageRequest page) {
        batch(staff, batch);
        return Slice.of(cards.sold(batch, page), page);
    }

    @Override
    public void export(Actor staff, long batch, OutputStream to) {
        var row = batch(staff, batch);
        // Before the first byte: a connection that breaks has taken what came through.
        transaction.executeWithoutResult(status -> audit.record(
                staff, "batch.sold-exported", "batch", String.valueOf(batch), Map.of("cards", row.delivered())));
        sold.write(row, to);
    }

    private static String reason(String reason) {
        return PlainText.reason(reason, MAX_REASON);
    }

    @Override
    public String name() {
        return "batch-recalls";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int sweep(int limit) {
        var unfinished = recalls.unfinished(clock.instant().minus(SILENCE), limit);
        unfinished.forEach(this::finish);
        return unfinished.size();
    }
}
