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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** One attempt to be paid for an order. What the channel says wins over what we assumed, except that paid stays paid. */
@Entity
@Table(name = "payment_attempt")
class Attempt {
    static final Set<AttemptState> OPEN = EnumSet.of(AttemptState.CREATED, AttemptState.READY, AttemptState.UNKNOWN);
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(45);
    private static final Duration LATE_STATEMENT = Duration.ofHours(1);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "out_trade_no"))
    private OutTradeNo no;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_no"))
    private OrderNo order;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "buyer_id"))
    private AccountId buyer;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String subMchid;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private @Nullable String codeUrl;
    private @Nullable String failure;
    private @Nullable String transactionId;
    private Instant createdAt;
    private Instant deadline;
    private @Nullable Instant paidAt;
    private Instant changedAt;
    private Instant askAt;
    private int asked;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Attempt() {}

    Attempt(OutTradeNo no, OrderBook.Payable order, Channel channel, String merchant, Instant at) {
        this.no = no;
        this.order = order.no();
        this.buyer = order.buyer();
        this.channel = channel;
        this.subMchid = merchant;
        this.amountFen = order.amount().fen();
        this.state = AttemptState.CREATED;
        this.createdAt = at;
        this.deadline = order.deadline();
        this.changedAt = at;
        this.askAt = at.plus(FIRST_QUESTION);
    }

    boolean ready(String url, Instant at) {
        if (state != AttemptState.CREATED && state != AttemptState.UNKNOWN) return false;
        codeUrl = url;
        failure = null;
        return move(AttemptState.READY, at);
    }

    boolean failed(String code, Instant at) {
        if (state != AttemptState.CREATED && state != AttemptState.UNKNOWN) return false;
        failure = code;
        return move(AttemptState.FAILED, at);
    }

    boolean unknown(String code, Instant at) {
        if (state != AttemptState.CREATED) return false;
        failure = code;
        return move(AttemptState.UNKNOWN, at);
    }

    boolean closed(Instant at) {
        return isOpen() && move(AttemptState.CLOSED, at);
    }

    /** Nobody paid in its time, nor in the hour a late statement may take; what comes still later is taken in all the same. */
    boolean expired(Instant at) {
        return at.isAfter(deadline.plus(LATE_STATEMENT)) && closed(at);
    }

    void paid(String transaction, Instant when, Instant at) {
        if (state == AttemptState.PAID) return;
        transactionId = transaction;
        paidAt = when;
        move(AttemptState.PAID, at);
    }

    boolean isOpen() {
        return OPEN.contains(state);
    }

    private boolean move(AttemptState to, Instant at) {
        state = to;
        changedAt = at;
        return true;
    }

    OutTradeNo no() {
        return no;
    }

    OrderNo order() {
        return order;
    }

    Channel channel() {
        return channel;
    }

    String subMchid() {
        return subMchid;
    }

    Money amount() {
        return Money.ofFen(amountFen);
    }

    AttemptState state() {
        return state;
    }

    @Nullable
    String codeUrl() {
        return codeUrl;
    }
}
