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

    @Embedded
    private Arrived goods = new Arrived();

    private @Nullable String supplierOrderNo;
    private @Nullable String failure;

    @Enumerated(EnumType.STRING)
    private PurchaseReply.@Nullable Reason reason;

    private Instant intendedAt;
    private @Nullable Instant sentAt;
    private Instant decideAt;
    private @Nullable Instant endedAt;
    private Instant changedAt;

    @Embedded
    private Asking asking;

    @Embedded
    private PurchaseCase desk;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Purchase() {}

    Purchase(PurchaseNo no, OrderNo order, PurchaseTerms terms, Instant decideAt, Instant at) {
        this.no = no;
        this.order = order;
        this.terms = terms;
        this.state = PurchaseState.INTENDED;
        this.intendedAt = at;
        this.decideAt = decideAt;
        this.changedAt = at;
        this.asking = new Asking(at);
        this.desk = new PurchaseCase();
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
        asking.found();
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
        if (asking.notFoundProves(sentAt, seenUntil, at)) return failed(PurchaseReply.Reason.OTHER, "NOT_PLACED", at);
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
        goods.first(forOrder, forStock, cost, bad);
        failure = bad == null ? null : bad.name();
        asking.at(at.plus(PurchaseRules.ASK_FOR_REST));
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
        asking.again(PurchaseRules.ASK_FOR_REST, at);
    }

    /** More of a part, or goods of a purchase that was called failed, which stays so; false when nothing of it is new. */
    boolean grown(int forOrder, int forStock, Money cost, @Nullable BadGoods bad, Instant at) {
        if (!goods.more(forOrder, forStock, cost, bad)) return false;
        if (state == PurchaseState.PARTIAL && arrived() == terms.quantity()) state = PurchaseState.SUCCEEDED;
        changedAt = at;
        return true;
    }

    /** A person has seen the bad goods and said how it goes on. */
    boolean judged(String decision, Instant at) {
        if (!needsJudging()) return false;
        desk.judged(decision, at);
        changedAt = at;
        return true;
    }

    /** A person wants the supplier asked now, and for another day when the patience has run out. */
    void askNow(Instant at) {
        if (isDue(at)) decideAt = at.plus(PurchaseRules.ANOTHER_DAY);
        asking.at(at);
        changedAt = at;
    }

    boolean cancelRefused(String code, Instant at) {
        if (!state.isOpen()) return false;
        desk.refused(code);
        return stillOpen(state, at);
    }

    /** Open, and for so long that a person is to decide. */
    boolean isDue(Instant at) {
        return state.isOpen() && !at.isBefore(decideAt);
    }

    boolean alert(Instant at) {
        return state.isOpen() && sentAt != null && asking.alert(sentAt, at);
    }

    private boolean stillOpen(PurchaseState to, Instant at) {
        asking.inRhythm(at);
        return changes(to, at);
    }

    private boolean end(PurchaseState to, Instant at) {
        endedAt = at;
        return changes(to, at);
    }

    private boolean changes(PurchaseState to, Instant at) {
        var changed = state != to;
        state = to;
        changedAt = at;
        return changed;
    }

    boolean needsJudging() {
        return state == PurchaseState.BAD_GOODS && !desk.isJudged();
    }

    /** Units that are with us, for the order or in stock. */
    int arrived() {
        return goods.units();
    }

    PurchaseCase desk() {
        return desk;
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
        return asking.at();
    }

    Instant decideAt() {
        return decideAt;
    }

    boolean sent() {
        return sentAt != null;
    }
}
