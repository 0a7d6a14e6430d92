package org.kameng.domain.payment;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.ledger.Postings;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.payment.Inbox.Receipt;
import org.kameng.domain.payment.PaymentReceipt.Why;
import org.kameng.domain.risk.PaymentFacts;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what the channel says about payments: one commit holds the statement and everything it causes. */
@Component
class PaymentIntake {
    private static final Actor CHANNEL = Actor.system("payment-channel");

    private final PaymentTable table;
    private final Inbox inbox;
    private final OrderBook orders;
    private final RefundMaking refunds;
    private final RiskService risk;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PaymentIntake(
            PaymentTable table,
            Inbox inbox,
            OrderBook orders,
            RefundMaking refunds,
            RiskService risk,
            Ledger ledger,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.inbox = inbox;
        this.orders = orders;
        this.refunds = refunds;
        this.risk = risk;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    PaymentReceipt receive(ChannelNotice notice, @Nullable OrderNo order) {
        return transaction.execute(status -> {
            if (order == null) return suspicious(notice, null, Why.UNKNOWN_ORDER);
            // The order's row is the one lock: closing, other payments and this one come one after the other.
            var payable = orders.lock(order).orElseThrow();
            if (inbox.knows(notice.channel(), notice.transactionId())) return new PaymentReceipt.Duplicate(order);
            var attempt = table.requireAttempt(notice.outTradeNo());
            var wrong = wrong(notice, attempt);
            return wrong == null ? take(notice, attempt, payable) : suspicious(notice, order, wrong);
        });
    }

    void refused(Channel channel, String why, byte[] bodySha256, String remoteIp) {
        transaction.executeWithoutResult(status -> {
            var id = inbox.alarm(channel, why, bodySha256, remoteIp);
            audit.record(
                    CHANNEL,
                    "payment.notice-refused",
                    "alarm",
                    String.valueOf(id),
                    Map.of("why", why, "sha256", HexFormat.of().formatHex(bodySha256)));
        });
    }

    private static @Nullable Why wrong(ChannelNotice notice, Attempt attempt) {
        var merchant = notice.subMchid();
        if (attempt.channel() != notice.channel() || (merchant != null && !merchant.equals(attempt.subMchid())))
            return Why.WRONG_MERCHANT;
        if (!notice.amount().currency().equals(Money.CNY)) return Why.WRONG_CURRENCY;
        return attempt.amount().equals(notice.amount()) ? null : Why.WRONG_AMOUNT;
    }

    private PaymentReceipt take(ChannelNotice notice, Attempt attempt, OrderBook.Payable order) {
        return switch (order.state()) {
            case AWAITING_PAYMENT -> confirm(notice, attempt, order);
            case CLOSED -> {
                var refundNo = stray(notice, attempt, Receipt.LATE);
                yield new PaymentReceipt.Late(order.no(), refundNo);
            }
            case PAID, ON_HOLD, DELIVERED, REFUNDING, REFUNDED -> {
                var refundNo = stray(notice, attempt, Receipt.DOUBLE);
                yield new PaymentReceipt.Double(order.no(), refundNo);
            }
        };
    }

    private PaymentReceipt confirm(ChannelNotice notice, Attempt attempt, OrderBook.Payable order) {
        risk.oneByOne(order.buyer());
        var now = clock.instant();
        var no = order.no().value();
        var payer = inbox.payerIndex(notice);
        attempt.paid(notice.transactionId(), notice.paidAt(), now);
        inbox.store(notice, attempt, Receipt.CONFIRMED, payer);
        var decision = risk.atPayment(new PaymentFacts(
                order.no(),
                order.buyer(),
                order.buyerSince(),
                order.amount(),
                order.business(),
                order.ip(),
                order.device(),
                payer,
                inbox.recentFailures(order.buyer(), now),
                now));
        orders.paid(order.no(), now, decision.score(), decision.flags());
        ledger.post(
                Postings.received(notice.channel().institution(), order.no(), notice.transactionId(), notice.amount()));
        outbox.add(new OutboxMessage(
                "payment-confirmed",
                no,
                "payment-confirmed:" + no,
                Map.of("orderNo", no, "riskScore", decision.score(), "riskFlags", decision.flags())));
        audit.record(
                CHANNEL,
                "payment.confirmed",
                "order",
                no,
                facts(notice, Map.of("score", decision.score(), "ruleVersion", decision.ruleVersion())));
        return new PaymentReceipt.Confirmed(order.no());
    }

    private String stray(ChannelNotice notice, Attempt attempt, Receipt receipt) {
        var order = attempt.order();
        attempt.paid(notice.transactionId(), notice.paidAt(), clock.instant());
        inbox.store(notice, attempt, receipt, inbox.payerIndex(notice));
        ledger.post(Postings.stray(notice.channel().institution(), order, notice.transactionId(), notice.amount()));
        var refundNo = refunds.forStray(notice, attempt, receipt);
        audit.record(
                CHANNEL,
                receipt == Receipt.LATE ? "payment.late" : "payment.double",
                "order",
                order.value(),
                facts(notice, Map.of("refundNo", refundNo)));
        orders.touch(order);
        return refundNo;
    }

    private PaymentReceipt suspicious(ChannelNotice notice, @Nullable OrderNo order, Why why) {
        if (inbox.alarm(notice, order, why.name())) {
            var kind = order == null ? "transaction" : "order";
            var no = order == null ? notice.transactionId() : order.value();
            audit.record(CHANNEL, "payment.suspicious", kind, no, facts(notice, Map.of("why", why.name())));
        }
        return new PaymentReceipt.Suspicious(order, why);
    }

    private static Map<String, Object> facts(ChannelNotice notice, Map<String, Object> more) {
        var facts = new java.util.HashMap<String, Object>(more);
        facts.put("channel", notice.channel().name());
        facts.put("transactionId", notice.transactionId());
        facts.put("outTradeNo", notice.outTradeNo());
        facts.put("amountFen", notice.amount().fen());
        facts.put("source", notice.source().name());
        return facts;
    }
}
