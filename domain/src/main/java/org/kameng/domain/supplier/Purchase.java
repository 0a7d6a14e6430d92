package org.kameng.domain.supplier;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** One attempt to buy units of an order line from one source. Verbs answer whether they changed anything; an end stays the end. */
@Entity
@Table(name = "purchase")
class Purchase {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "purchase_no"))
    private PurchaseNo no;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_no"))
    private OrderNo order;

    @Embedded
    private PurchaseTerms terms;

    @Enumerated(EnumType.STRING)
    private PurchaseState state;

    private int delivered;
    private int toStock;
    private @Nullable Long costFen;
    private @Nullable String supplierOrderNo;
    private @Nullable String failure;

    @Enumerated(EnumType.STRING)
    private PurchaseReply.@Nullable Reason reason;

    @Enumerated(EnumType.STRING)
    private @Nullable BadGoods badGoods;

    private int asked;
    private @Nullable Instant notFoundAt;
    private Instant intendedAt;
    private @Nullable Instant sentAt;
    private Instant askAt;
    private Instant decideAt;
    private @Nullable Instant alertedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant judgedAt;
    private @Nullable String verdict;
    private Instant changedAt;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Purchase() {}

    Purchase(PurchaseNo no, OrderNo order, PurchaseTerms terms, Instant decideAt, Instant at) {
        this.no = no;
        this.order = order;
        this.terms = terms;
        this.state = PurchaseState.INTENDED;
        this.intendedAt = at;
        this.askAt = at;
        this.decideAt = decideAt;
        this.changedAt = at;
    }

    /** Written down before the call; false when an earlier run was about to call, or did: then only {@code again}. */
    boolean sending(boolean again, Instant at) {
        if (state != PurchaseState.INTENDED || again != sent()) return false;
        sentAt = at;
        changedAt = at;
        return true;
    }

    boolean processing(@Nullable String supplierNo, Instant at) {
        if (!state.isOpen()) return false;
        if (supplierNo != null) supplierOrderNo = supplierNo;
        notFoundAt = null;
        failure = null;
        return stillOpen(PurchaseState.PROCESSING, at);
    }

    boolean unknown(String code, Instant at) {
        if (!state.isOpen()) return false;
        failure = code;
        return stillOpen(PurchaseState.UNKNOWN, at);
    }

    /** The supplier does not know the number; true once that proves that it never took the request. */
    boolean notFound(@Nullable Instant seenUntil, Instant at) {
        if (!state.isOpen() || sentAt == null) return false;
        var beyond = seenUntil != null && seenUntil.isAfter(sentAt.plus(PurchaseRules.SEEN_BEYOND));
        var twice = notFoundAt != null && !at.isBefore(notFoundAt.plus(PurchaseRules.NOT_FOUND_APART));
        if (beyond && twice) return failed(PurchaseReply.Reason.OTHER, "NOT_PLACED", at);
        if (notFoundAt == null) notFoundAt = at;
        failure = "NOT_FOUND";
        stillOpen(PurchaseState.UNKNOWN, at);
        return false;
    }

    boolean failed(PurchaseReply.Reason why, String code, Instant at) {
        if (!state.isOpen()) return false;
        reason = why;
        failure = code;
        return end(PurchaseState.FAILED, at);
    }

    /** What arrived in good order: so many units for the order, so many for the seller's stock. */
    boolean finished(
            @Nullable String supplierNo, int forOrder, int forStock, Money cost, @Nullable BadGoods bad, Instant at) {
        if (!state.isOpen()) return false;
        if (supplierNo != null) supplierOrderNo = supplierNo;
        delivered = forOrder;
        toStock = forStock;
        costFen = cost.fen();
        badGoods = bad;
        failure = bad == null ? null : bad.name();
        askAt = at.plus(PurchaseRules.ASK_FOR_REST);
        if (bad != null) return end(PurchaseState.BAD_GOODS, at);
        return end(forOrder + forStock == terms.quantity() ? PurchaseState.SUCCEEDED : PurchaseState.PARTIAL, at);
    }

    /** Came in part, and the supplier may still bring the rest: the one end that may change. */
    boolean mayGrow(Instant at) {
        return state == PurchaseState.PARTIAL
                && endedAt != null
                && at.isBefore(endedAt.plus(PurchaseRules.REST_MAY_COME));
    }

    void askedForRest(Instant at) {
        askAt = at.plus(PurchaseRules.ASK_FOR_REST);
        asked++;
    }

    /** More of a part, or goods of a purchase that was called failed, which stays so. */
    void grown(int forOrder, int forStock, Money cost, Instant at) {
        delivered += forOrder;
        toStock += forStock;
        costFen = cost.fen();
        if (state == PurchaseState.PARTIAL && arrived() == terms.quantity()) state = PurchaseState.SUCCEEDED;
        changedAt = at;
    }

    /** A person has seen the bad goods and said how it goes on. */
    boolean judged(String decision, Instant at) {
        if (!needsJudging()) return false;
        judgedAt = at;
        verdict = decision;
        changedAt = at;
        return true;
    }

    /** A person wants the supplier asked on; answers whether that is news. */
    boolean askedOnUntil(Instant until, Instant at) {
        if (!state.isOpen() || !until.isAfter(decideAt)) return false;
        decideAt = until;
        askAt = at;
        changedAt = at;
        return true;
    }

    boolean alert(Instant at) {
        if (!state.isOpen() || alertedAt != null || sentAt == null || at.isBefore(sentAt.plus(PurchaseRules.ALERT)))
            return false;
        alertedAt = at;
        return true;
    }

    private boolean stillOpen(PurchaseState to, Instant at) {
        var changed = state != to;
        state = to;
        askAt = PurchaseRules.nextQuestion(asked++, at);
        changedAt = at;
        return changed;
    }

    private boolean end(PurchaseState to, Instant at) {
        state = to;
        endedAt = at;
        changedAt = at;
        return true;
    }

    boolean needsJudging() {
        return state == PurchaseState.BAD_GOODS && judgedAt == null;
    }

    /** Units that are with us, for the order or in stock. */
    int arrived() {
        return delivered + toStock;
    }

    /** Since when a person is to decide; a purchase made after its order's day is a case of its own from the start. */
    Instant caseSince() {
        if (endedAt != null) return endedAt;
        return intendedAt.isAfter(decideAt) ? intendedAt : decideAt;
    }

    Optional<Boolean> health() {
        return state.health(reason);
    }

    boolean accountRefused() {
        return state == PurchaseState.FAILED && reason == PurchaseReply.Reason.ACCOUNT_INVALID;
    }

    PurchaseNo no() {
        return no;
    }

    PurchaseTerms terms() {
        return terms;
    }

    SupplierId supplier() {
        return terms.supplier();
    }

    String failure() {
        return failure == null ? "" : failure;
    }

    PurchaseState state() {
        return state;
    }

    Instant askAt() {
        return askAt;
    }

    Instant decideAt() {
        return decideAt;
    }

    boolean sent() {
        return sentAt != null;
    }
}
