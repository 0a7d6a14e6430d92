package org.kameng.domain.order;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.risk.RiskDecision;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** An order and its states. Verbs answer whether they changed anything: each may come twice, or too late. */
@Entity
@Table(name = "orders")
class Order {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "no"))
    private OrderNo no;

    @Version
    private @Nullable Long version;

    @Embedded
    private OrderOrigin origin;

    @Embedded
    private OrderDeal deal;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private long refundedFen;

    @Embedded
    private OrderRisk risk;

    private Instant placedAt;
    private Instant paymentDeadline;
    private @Nullable Instant cancelRequestedAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant heldAt;
    private @Nullable String holdReason;
    private @Nullable Instant releasedAt;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant refundingAt;
    private @Nullable String refundReason;
    private @Nullable Instant refundedAt;
    private @Nullable Instant closedAt;
    private @Nullable String closeReason;
    private Instant changedAt;

    @Embedded
    private @Nullable OrderSupply supply;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_no"))
    @OrderColumn(name = "line")
    @ListIndexBase(1)
    private List<OrderLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Order() {}

    Order(OrderNo no, OfferTerms terms, int quantity, OrderOrigin origin, RiskDecision risk, Instant at) {
        this.no = no;
        this.origin = origin;
        this.deal = OrderDeal.of(terms, quantity);
        this.state = OrderState.AWAITING_PAYMENT;
        this.risk = OrderRisk.of(risk);
        this.placedAt = at;
        this.paymentDeadline = OrderRules.paymentDeadline(at);
        this.changedAt = at;
        this.lines.add(new OrderLine(terms, quantity));
    }

    boolean cancelRequested(Instant at) {
        if (state != OrderState.AWAITING_PAYMENT || cancelRequestedAt != null) return false;
        cancelRequestedAt = at;
        changedAt = at;
        return true;
    }

    boolean closed(Instant at, String reason) {
        if (state != OrderState.AWAITING_PAYMENT) return false;
        closeReason = reason;
        closedAt = at;
        return move(OrderState.CLOSED, at);
    }

    boolean paid(Instant at, int score, List<String> flags) {
        if (state != OrderState.AWAITING_PAYMENT) return false;
        risk = risk.judged(score, flags);
        paidAt = at;
        return move(OrderState.PAID, at);
    }

    boolean held(Instant at, String why) {
        if (state != OrderState.PAID || isStockAsked()) return false;
        heldAt = at;
        holdReason = why;
        return move(OrderState.ON_HOLD, at);
    }

    boolean released(Instant at) {
        if (state != OrderState.ON_HOLD) return false;
        releasedAt = at;
        return move(OrderState.PAID, at);
    }

    /** Writes down what stock gave. All of it: delivered. Less: the rest is open until suppliers or the refund end it. */
    void stockDecided(List<Integer> claimedPerLine, Instant at) {
        if (state != OrderState.PAID || isStockAsked())
            throw new IllegalStateException("nothing to deliver in " + state);
        supply().askedStock(at);
        for (var i = 0; i < lines.size(); i++) lines.get(i).deliver(claimedPerLine.get(i));
        deliveredSome(at);
    }

    /** Units a supplier gave; only while the order still waits for them. */
    void supplied(int line, int units, Instant at) {
        if (!awaitsSupply()) throw new IllegalStateException("nothing is awaited in " + state);
        lines.get(line - 1).deliver(units);
        deliveredSome(at);
        if (state == OrderState.DELIVERED) supply().end(SupplyEnd.SUPPLIED, at);
    }

    /** What is still open will not come: it goes back as money. */
    boolean supplyEnded(SupplyEnd why, Instant at) {
        if (!awaitsSupply() || !supply().end(why, at)) return false;
        lines.forEach(OrderLine::giveUp);
        changedAt = at;
        return true;
    }

    boolean refunding(Instant at, String reason) {
        if (state != OrderState.PAID && state != OrderState.ON_HOLD) return false;
        supplyEnded(SupplyEnd.REFUNDED, at);
        refundingAt = at;
        refundReason = reason;
        return move(OrderState.REFUNDING, at);
    }

    boolean refunded(Money amount, Instant at) {
        if (state != OrderState.REFUNDING) return false;
        refundedFen = Math.addExact(refundedFen, amount.fen());
        refundedAt = at;
        return move(units().delivered() > 0 ? OrderState.DELIVERED : OrderState.REFUNDED, at);
    }

    boolean isStockAsked() {
        return supply != null && supply.isStockAsked();
    }

    /** Stock was asked, money is here, and units are open. */
    boolean awaitsSupply() {
        return state == OrderState.PAID && isStockAsked() && units().open() > 0;
    }

    /** Never null: JPA makes nothing of columns that are all null. */
    OrderSupply supply() {
        if (supply == null) supply = new OrderSupply();
        return supply;
    }

    OrderUnits units() {
        return new OrderUnits(lines);
    }

    private void deliveredSome(Instant at) {
        if (deliveredAt == null && units().delivered() > 0) deliveredAt = at;
        changedAt = at;
        if (units().open() + units().missing() == 0) state = OrderState.DELIVERED;
    }

    private boolean move(OrderState to, Instant at) {
        state = to;
        changedAt = at;
        return true;
    }

    OrderNo no() {
        return no;
    }

    AccountId buyer() {
        return origin.buyer();
    }

    SellerId seller() {
        return new SellerId(deal.sellerId());
    }

    OrderState state() {
        return state;
    }

    Money refunded() {
        return Money.ofFen(refundedFen);
    }

    OrderDeal deal() {
        return deal;
    }

    Instant paymentDeadline() {
        return paymentDeadline;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    OrderOrigin origin() {
        return origin;
    }

    @Nullable
    Instant paidAt() {
        return paidAt;
    }

    @Nullable
    String closeReason() {
        return closeReason;
    }

    OrderRisk risk() {
        return risk;
    }
}
