package org.kameng.domain.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;

/** Decides that money goes back. Needs the caller's transaction, with the order's row locked. */
@Component
class RefundMaking {
    private static final Actor SYSTEM = Actor.system("refund");

    private final PaymentTable table;
    private final Inbox inbox;
    private final OrderBook orders;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    RefundMaking(
            PaymentTable table, Inbox inbox, OrderBook orders, Outbox outbox, AuditLog audit, Ids ids, Clock clock) {
        this.table = table;
        this.inbox = inbox;
        this.orders = orders;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A payment nobody waits for goes back whole, by a process of its own. */
    String forStray(ChannelNotice notice, Attempt attempt, Inbox.Receipt receipt) {
        var order = attempt.order();
        var kind = receipt == Inbox.Receipt.LATE ? Refund.Kind.LATE : Refund.Kind.DOUBLE;
        var payment = new Refund.Payment(
                order,
                notice.outTradeNo(),
                notice.channel(),
                notice.transactionId(),
                attempt.subMchid(),
                notice.amount());
        var no = make(payment, kind, notice.amount(), kind.name());
        outbox.add(new OutboxMessage(
                "refund-requested", no, "refund-requested:" + no, Map.of("refundNo", no, "orderNo", order.value())));
        return no;
    }

    Optional<String> forOrder(OrderNo no, String reason) {
        var order = orders.lock(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var known = table.refunds(no).stream()
                .filter(refund -> refund.kind() == Refund.Kind.ORDER)
                .findFirst();
        if (known.isPresent()) return known.map(refund -> refund.no().value());
        if (!isOwed(order)) return Optional.empty();
        var payment = inbox.confirmedPayment(no).orElseThrow(() -> new IllegalStateException("paid without a payment"));
        orders.refunding(no, clock.instant(), reason);
        return Optional.of(make(payment, Refund.Kind.ORDER, order.undelivered(), reason));
    }

    List<Entry> outlook(OrderNo no) {
        var order = orders.lock(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        if (!isOwed(order)) return List.of();
        return inbox.confirmedPayment(no)
                .map(payment -> Postings.refunded(
                                no,
                                "outlook",
                                order.undelivered(),
                                payment.channel().institution().account())
                        .entries())
                .orElse(List.of());
    }

    private static boolean isOwed(OrderBook.Payable order) {
        var paid = order.state() == OrderState.PAID || order.state() == OrderState.ON_HOLD;
        return paid && order.undelivered().isPositive();
    }

    private String make(Refund.Payment payment, Refund.Kind kind, Money amount, String reason) {
        var refund = new Refund(new RefundNo(ids.next("RF")), payment, kind, amount, reason, clock.instant());
        table.add(refund);
        var no = refund.no().value();
        audit.record(
                SYSTEM,
                "refund.requested",
                "order",
                payment.order().value(),
                Map.of("refundNo", no, "kind", kind.name(), "amountFen", amount.fen(), "reason", reason));
        return no;
    }
}
