package org.kameng.domain.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.ledger.Accounts;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.order.OrderNotices;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class RefundCourse implements Refunds {
    private static final Actor CHANNEL = Actor.system("payment-channel");
    private static final String REFUNDED_TWICE = "REFUNDED_TWICE";

    private final PaymentTable table;
    private final PaymentReads reads;
    private final Inbox inbox;
    private final RefundMaking making;
    private final OrderBook orders;
    private final OrderNotices notices;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RefundCourse(
            PaymentTable table,
            PaymentReads reads,
            Inbox inbox,
            RefundMaking making,
            OrderBook orders,
            OrderNotices notices,
            Ledger ledger,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.reads = reads;
        this.inbox = inbox;
        this.making = making;
        this.orders = orders;
        this.notices = notices;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Optional<String> requestForOrder(OrderNo no, String reason) {
        return transaction.execute(status -> making.forOrder(no, reason));
    }

    @Override
    public List<Entry> outlook(OrderNo no) {
        return transaction.execute(status -> making.outlook(no));
    }

    @Override
    public RefundStart begin(String refundNo) {
        return transaction.execute(status -> {
            var refund = table.requireRefund(refundNo);
            return switch (refund.state()) {
                case REQUESTED, UNKNOWN, SENT -> new RefundStart(refund.state(), refund.request());
                case SUCCESS, ABNORMAL, CLOSED, SETTLED_BY_HAND -> new RefundStart(refund.state(), null);
            };
        });
    }

    @Override
    public void accepted(String channelNo, String channelRefundId) {
        change(channelNo, (refund, now) -> {
            if (refund.bears(channelNo) && refund.accepted(channelRefundId, now))
                record(CHANNEL, "refund.accepted", refund, Map.of());
        });
    }

    @Override
    public void unknown(String channelNo, String code) {
        change(channelNo, (refund, now) -> {
            if (refund.bears(channelNo) && refund.unknown(code, now))
                record(CHANNEL, "refund.unknown", refund, Map.of("code", code));
        });
    }

    @Override
    public RefundView settled(
            String channelNo, RefundOutcome outcome, @Nullable String channelRefundId, @Nullable String detail) {
        return change(channelNo, (refund, now) -> {
            var current = refund.bears(channelNo);
            if (outcome == RefundOutcome.SUCCESS && (!current || refund.state() == RefundState.SETTLED_BY_HAND))
                refundedTwice(CHANNEL, refund, Map.of("channelNo", channelNo));
            if (!current || !refund.settled(outcome, channelRefundId, detail, now)) return;
            record(CHANNEL, "refund." + outcome.name().toLowerCase(Locale.ROOT), refund, Map.of());
            end(refund, now);
        });
    }

    @Override
    public RefundView settledByHand(Actor finance, String refundNo, String reference, String reason) {
        requireFinance(finance);
        requireText(reference, "reference");
        requireText(reason, "reason");
        return change(refundNo, (refund, now) -> {
            var account = finance.account();
            var facts = Map.<String, Object>of("reference", reference, "reason", reason);
            if (refund.state() == RefundState.SUCCESS) refundedTwice(finance, refund, facts);
            if (!refund.settledByHand(account == null ? null : account.value(), reference, reason, now)) return;
            record(finance, "refund.settled-by-hand", refund, facts);
            end(refund, now);
        });
    }

    @Override
    public RefundView retry(Actor finance, String refundNo, String reason) {
        requireFinance(finance);
        return change(refundNo, (refund, now) -> {
            if (refund.retried(now))
                record(finance, "refund.retried", refund, Map.of("reason", reason, "channelNo", refund.channelNo()));
        });
    }

    @Override
    public Optional<RefundView> find(String number) {
        return reads.refund(number);
    }

    @Override
    public List<RefundView> ofOrder(Actor viewer, OrderNo no) {
        return reads.refundsOf(viewer, no);
    }

    @Override
    public List<String> unfinishedStrays(Instant before, int limit) {
        return reads.unfinishedStrayRefunds(before, limit);
    }

    @Override
    public List<RefundView> overdue(int limit) {
        return reads.leaseOverdueRefunds(limit);
    }

    // The order's row is locked before the refund's, as everywhere.
    private RefundView change(String number, Change change) {
        return transaction.execute(status -> {
            var order = reads.refund(number)
                    .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND))
                    .order();
            orders.lock(order);
            var refund = table.requireRefund(number);
            var before = refund.state();
            change.on(refund, clock.instant());
            if (refund.state() != before) orders.touch(order);
            return refund.view();
        });
    }

    // The second sum is not posted: a person decides what it becomes.
    private void refundedTwice(Actor by, Refund refund, Map<String, Object> more) {
        if (!inbox.alarm(refund.channel(), refund.transactionId(), refund.order(), REFUNDED_TWICE)) return;
        var facts = new HashMap<>(more);
        facts.put("why", REFUNDED_TWICE);
        record(by, "payment.suspicious", refund, facts);
    }

    private void end(Refund refund, Instant now) {
        if (refund.state().isSettled()) {
            var no = refund.no().value();
            var from = refund.state() == RefundState.SETTLED_BY_HAND
                    ? Accounts.PAID_BY_HAND
                    : refund.channel().institution().account();
            switch (refund.kind()) {
                case ORDER -> {
                    ledger.post(Postings.refunded(refund.order(), no, refund.amount(), from));
                    orders.refunded(refund.order(), refund.amount(), now);
                    notices.refunded(refund.order());
                }
                case LATE, DOUBLE -> ledger.post(Postings.strayRefunded(refund.order(), no, refund.amount(), from));
            }
        }
        var no = refund.no().value();
        outbox.add(new OutboxMessage(
                "refund-settled",
                no,
                "refund-settled:" + no + ":" + refund.state() + ":" + refund.tries(),
                Map.of(
                        "refundNo",
                        no,
                        "orderNo",
                        refund.order().value(),
                        "refundState",
                        refund.state().name())));
    }

    private void record(Actor by, String what, Refund refund, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("refundNo", refund.no().value());
        facts.put("amountFen", refund.amount().fen());
        facts.put("state", refund.state().name());
        audit.record(by, what, "order", refund.order().value(), facts);
    }

    // A job may carry out what a person of FINANCE decided in the task inbox, where that person was checked and
    // recorded.
    private static void requireFinance(Actor by) {
        if (!by.isSystem()) by.require(Role.FINANCE);
    }

    private static void requireText(String text, String field) {
        if (text.isBlank() || text.length() > 500) throw new DomainException(ErrorCode.INVALID_INPUT, field);
    }

    private interface Change {
        void on(Refund refund, Instant now);
    }
}
