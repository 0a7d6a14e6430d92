package org.kameng.domain.payment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** Money on its way back. The decision to pay back is its first state, the movement the later ones; settled stays settled. */
@Entity
@Table(name = "refund")
class Refund {
    /** Why money goes back: undelivered goods, or a payment nobody waited for. */
    enum Kind {
        ORDER,
        LATE,
        DOUBLE
    }

    /** The payment a refund belongs to. */
    record Payment(
            OrderNo order, String outTradeNo, Channel channel, String transactionId, String subMchid, Money total) {}

    private static final Duration FIRST_QUESTION = Duration.ofMinutes(1);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "refund_no"))
    private RefundNo no;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_no"))
    private OrderNo order;

    private String outTradeNo;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String transactionId;
    private String subMchid;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private RefundState state;

    private long amountFen;
    private long totalFen;
    private String reason;
    private int tries;
    private String channelNo;
    private @Nullable String channelRefundId;
    private @Nullable String failure;
    private @Nullable String handReference;
    private @Nullable String handReason;
    private @Nullable UUID handBy;
    private Instant requestedAt;
    private @Nullable Instant settledAt;
    private Instant changedAt;
    private Instant askAt;
    private int asked;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Refund() {}

    Refund(RefundNo no, Payment payment, Kind kind, Money amount, String reason, Instant at) {
        this.no = no;
        this.channelNo = no.value();
        this.order = payment.order();
        this.outTradeNo = payment.outTradeNo();
        this.channel = payment.channel();
        this.transactionId = payment.transactionId();
        this.subMchid = payment.subMchid();
        this.kind = kind;
        this.amountFen = amount.fen();
        this.totalFen = payment.total().fen();
        this.reason = reason;
        this.tries = 1;
        this.requestedAt = at;
        move(RefundState.REQUESTED, at);
    }

    boolean accepted(String channelId, Instant at) {
        if (state != RefundState.REQUESTED && state != RefundState.UNKNOWN) return false;
        channelRefundId = channelId;
        failure = null;
        return move(RefundState.SENT, at);
    }

    boolean unknown(String code, Instant at) {
        if (state != RefundState.REQUESTED) return false;
        failure = code;
        return move(RefundState.UNKNOWN, at);
    }

    boolean settled(RefundOutcome outcome, @Nullable String channelId, @Nullable String detail, Instant at) {
        var to = switch (outcome) {
            case SUCCESS -> RefundState.SUCCESS;
            case ABNORMAL -> RefundState.ABNORMAL;
            case CLOSED -> RefundState.CLOSED;
        };
        if (state.isSettled() || state == to) return false;
        if (channelId != null) channelRefundId = channelId;
        failure = to == RefundState.SUCCESS ? null : detail;
        if (to == RefundState.SUCCESS) settledAt = at;
        return move(to, at);
    }

    // In every state without its end: a silent channel has none, and a refund not yet sent is then never sent.
    boolean settledByHand(@Nullable UUID by, String reference, String why, Instant at) {
        if (state.isSettled()) return false;
        handBy = by;
        handReference = reference;
        handReason = why;
        settledAt = at;
        return move(RefundState.SETTLED_BY_HAND, at);
    }

    boolean retried(Instant at) {
        if (state != RefundState.ABNORMAL && state != RefundState.CLOSED) return false;
        tries++;
        if (state == RefundState.CLOSED) channelNo = no.atChannel(tries);
        return move(RefundState.REQUESTED, at);
    }

    /** Whether what the channel tells of this number is about the try that counts. */
    boolean bears(String number) {
        return channelNo.equals(number);
    }

    RefundRequest request() {
        return new RefundRequest(
                channelNo, channel, outTradeNo, transactionId, subMchid, amount(), Money.ofFen(totalFen), reason);
    }

    RefundView view() {
        return new RefundView(
                no.value(),
                channelNo,
                order,
                channel,
                outTradeNo,
                subMchid,
                state,
                amount(),
                reason,
                requestedAt,
                settledAt,
                channelRefundId,
                failure,
                handReference);
    }

    private boolean move(RefundState to, Instant at) {
        state = to;
        changedAt = at;
        askAt = at.plus(FIRST_QUESTION);
        asked = 0;
        return true;
    }

    RefundNo no() {
        return no;
    }

    OrderNo order() {
        return order;
    }

    String channelNo() {
        return channelNo;
    }

    Channel channel() {
        return channel;
    }

    String transactionId() {
        return transactionId;
    }

    Kind kind() {
        return kind;
    }

    RefundState state() {
        return state;
    }

    Money amount() {
        return Money.ofFen(amountFen);
    }

    int tries() {
        return tries;
    }
}
