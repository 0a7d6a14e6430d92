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

    private String requestId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "buyer_id"))
    private AccountId buyer;

    private Instant buyerSince;
    private boolean buyerBusiness;
    private String sellerId;
    private String subMchid;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private long amountFen;
    private long refundedFen;
    private int commissionBp;
    private long priceVersion;
    private String ruleVersion;
    private String noReturnVersion;
    private Instant noReturnAt;
    private byte[] ipSealed;
    private byte[] deviceSealed;
    private byte[] deviceIndex;
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

    /** What the buyer was shown, and from where the wish came, sealed. */
    record Origin(
            String requestId,
            Buyer buyer,
            byte[] ipSealed,
            byte[] deviceSealed,
            byte[] deviceIndex,
            String noReturnVersion) {}

    /** Who buys, since when known, and whether for business. */
    record Buyer(AccountId id, Instant since, boolean business) {}

    Order(OrderNo no, OfferTerms terms, int quantity, Origin origin, Instant at, Instant deadline) {
        this.no = no;
        this.buyer = origin.buyer().id();
        this.buyerSince = origin.buyer().since();
        this.buyerBusiness = origin.buyer().business();
        this.requestId = origin.requestId();
        this.sellerId = terms.seller().value();
        this.subMchid = terms.subMchid();
        this.state = OrderState.AWAITING_PAYMENT;
        this.amountFen = terms.price().times(quantity).fen();
        this.commissionBp = terms.commissionBp();
        this.priceVersion = terms.priceVersion();
        this.ruleVersion = "";
        this.riskFlags = "";
        this.noReturnVersion = origin.noReturnVersion();
        this.noReturnAt = at;
        this.ipSealed = origin.ipSealed();
        this.deviceSealed = origin.deviceSealed();
        this.deviceIndex = origin.deviceIndex();
        this.placedAt = at;
        this.paymentDeadline = deadline;
        this.changedAt = at;
        this.lines.add(new OrderLine(terms, quantity));
    }

    void judged(RiskDecision decision) {
        judged(decision.score(), decision.flags());
        ruleVersion = decision.ruleVersion();
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
        judged(score, flags);
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

    OrderFactsView facts() {
        return new OrderFactsView(
                no, state, Money.ofFen(amountFen), paymentDeadline, cancelRequestedAt != null, closeReason, riskScore,
                flags(), delivered(), missing());
    }

    OrderBook.Payable payable(String ip, String device) {
        var amount = Money.ofFen(amountFen);
        var subject = lines.getFirst().nameZh() + " x" + lines.getFirst().quantity();
        return new OrderBook.Payable(
                no, state, buyer, buyerSince, buyerBusiness, seller(), subMchid, amount, amount.minus(deliveredAmount()), delivered(),
                paymentDeadline, subject, ip, device);
    }

    private boolean move(OrderState to, Instant at) {
        state = to;
        changedAt = at;
        return true;
    }

    private void judged(int score, List<String> flags) {
        riskScore = score;
        riskFlags = String.join(",", flags);
    }

    List<String> flags() {
        return riskFlags.isEmpty() ? List.of() : List.of(riskFlags.split(","));
    }

    OrderNo no() {
        return no;
    }

    AccountId buyer() {
        return buyer;
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    OrderState state() {
        return state;
    }

    int commissionBp() {
        return commissionBp;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    byte[] ipSealed() {
        return ipSealed;
    }

    byte[] deviceSealed() {
        return deviceSealed;
    }

    @Nullable String closeReason() {
        return closeReason;
    }

    int riskScore() {
        return riskScore;
    }
}
