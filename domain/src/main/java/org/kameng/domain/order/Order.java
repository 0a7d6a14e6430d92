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

    private String sellerId;
    private String subMchid;
    private @Nullable String smid;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private long amountFen;
    private long refundedFen;
    private int commissionBp;
    private long priceVersion;
    private String ruleVersion;
    private int riskScore;
    private String riskFlags;
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
        this.sellerId = terms.seller().value();
        this.subMchid = terms.subMchid();
        this.smid = terms.smid();
        this.state = OrderState.AWAITING_PAYMENT;
        this.amountFen = terms.price().times(quantity).fen();
        this.commissionBp = terms.commissionBp();
        this.priceVersion = terms.priceVersion();
        this.ruleVersion = risk.ruleVersion();
        this.riskScore = risk.score();
        this.riskFlags = String.join(",", risk.flags());
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
        riskScore = score;
        riskFlags = String.join(",", flags);
        paidAt = at;
        return move(OrderState.PAID, at);
    }

    boolean held(Instant at, String why) {
        if (state != OrderState.PAID || isDecided()) return false;
        heldAt = at;
        holdReason = why;
        return move(OrderState.ON_HOLD, at);
    }

    boolean released(Instant at) {
        if (state != OrderState.ON_HOLD) return false;
        releasedAt = at;
        return move(OrderState.PAID, at);
    }

    /** Writes down what stock gave. All of it: delivered. Less: the order waits for the refund of the rest. */
    void stockDecided(List<Integer> claimedPerLine, Instant at) {
        if (state != OrderState.PAID || isDecided()) throw new IllegalStateException("nothing to deliver in " + state);
        for (var i = 0; i < lines.size(); i++) lines.get(i).decide(claimedPerLine.get(i));
        if (delivered() > 0) deliveredAt = at;
        changedAt = at;
        if (missing() == 0) state = OrderState.DELIVERED;
    }

    boolean refunding(Instant at, String reason) {
        if (state != OrderState.PAID && state != OrderState.ON_HOLD) return false;
        refundingAt = at;
        refundReason = reason;
        return move(OrderState.REFUNDING, at);
    }

    boolean refunded(Money amount, Instant at) {
        if (state != OrderState.REFUNDING) return false;
        refundedFen = Math.addExact(refundedFen, amount.fen());
        refundedAt = at;
        return move(delivered() > 0 ? OrderState.DELIVERED : OrderState.REFUNDED, at);
    }

    /** Stock has been asked, whatever it gave. */
    boolean isDecided() {
        return delivered() + missing() > 0;
    }

    int delivered() {
        return lines.stream().mapToInt(OrderLine::delivered).sum();
    }

    int missing() {
        return lines.stream().mapToInt(OrderLine::missing).sum();
    }

    Money deliveredAmount() {
        return lines.stream().map(line -> line.unit().times(line.delivered())).reduce(Money.ZERO, Money::plus);
    }

    OrderBook.Payable payable(String ip, String device) {
        var amount = Money.ofFen(amountFen);
        var subject = lines.getFirst().nameZh() + " x" + lines.getFirst().quantity();
        return new OrderBook.Payable(
                no,
                state,
                buyer(),
                origin.buyerSince(),
                origin.buyerBusiness(),
                seller(),
                subMchid,
                smid,
                amount,
                amount.minus(deliveredAmount()),
                delivered(),
                paymentDeadline,
                subject,
                ip,
                device,
                riskScore,
                flags());
    }

    private boolean move(OrderState to, Instant at) {
        state = to;
        changedAt = at;
        return true;
    }

    List<String> flags() {
        return riskFlags.isEmpty() ? List.of() : List.of(riskFlags.split(","));
    }

    OrderNo no() {
        return no;
    }

    AccountId buyer() {
        return origin.buyer();
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    OrderState state() {
        return state;
    }

    Money refunded() {
        return Money.ofFen(refundedFen);
    }

    int commissionBp() {
        return commissionBp;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    OrderOrigin origin() {
        return origin;
    }

    @Nullable
    String closeReason() {
        return closeReason;
    }

    int riskScore() {
        return riskScore;
    }
}
