package org.kameng.domain.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.CloseResult;
import org.kameng.domain.order.OpenAttempts;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class AttemptCourse implements Payments, OpenAttempts {
    private static final Actor REQUESTER = Actor.system("request-payment");

    private final PaymentTable table;
    private final PaymentReads reads;
    private final PaymentIntake intake;
    private final OrderBook orders;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AttemptCourse(
            PaymentTable table,
            PaymentReads reads,
            PaymentIntake intake,
            OrderBook orders,
            Outbox outbox,
            AuditLog audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.reads = reads;
        this.intake = intake;
        this.orders = orders;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public AttemptStart beginAttempt(OrderNo no, Channel channel) {
        return transaction.execute(status -> {
            var order = lock(no);
            if (order.state() != OrderState.AWAITING_PAYMENT) return start(order, channel, null);
            var open = table.openAttempt(no, channel);
            return start(order, channel, open.orElseGet(() -> create(REQUESTER, order, channel)));
        });
    }

    @Override
    public void choose(Actor customer, OrderNo no, Channel channel) {
        reads.requireBuyer(customer, no);
        transaction.executeWithoutResult(status -> {
            var order = lock(no);
            // Paid or closed in the meantime: the page learns of it by itself.
            if (order.state() != OrderState.AWAITING_PAYMENT) return;
            // A channel that refused this order once is not asked again; one that has a code needs no other.
            var settled = table.attempts(no).stream()
                    .anyMatch(a -> a.channel() == channel && (a.isOpen() || a.state() == AttemptState.FAILED));
            if (settled) return;
            var number = create(customer, order, channel).no().value();
            outbox.add(new OutboxMessage(
                    ATTEMPT_REQUESTED,
                    no.value(),
                    ATTEMPT_REQUESTED + ":" + number,
                    Map.of("orderNo", no.value(), "channel", channel.name())));
        });
    }

    private OrderBook.Payable lock(OrderNo no) {
        return orders.lock(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private Attempt create(Actor by, OrderBook.Payable order, Channel channel) {
        var number = new OutTradeNo(ids.next("KP"));
        var attempt = new Attempt(number, order, channel, merchant(order, channel), clock.instant());
        table.add(attempt);
        orders.touch(order.no());
        audit.record(
                by,
                "payment.attempted",
                "order",
                order.no().value(),
                Map.of(
                        "outTradeNo",
                        number.value(),
                        "channel",
                        channel.name(),
                        "amountFen",
                        order.amount().fen()));
        return attempt;
    }

    private static String merchant(OrderBook.Payable order, Channel channel) {
        var merchant = channel.merchant(order);
        if (merchant == null) throw new DomainException(ErrorCode.CHANNEL_NOT_OFFERED);
        return merchant;
    }

    private AttemptStart start(OrderBook.Payable order, Channel channel, @Nullable Attempt attempt) {
        return new AttemptStart(
                order.no(),
                order.state(),
                channel,
                attempt == null ? null : attempt.no().value(),
                order.amount(),
                order.deadline(),
                order.subject(),
                merchant(order, channel),
                order.ip(),
                attempt == null ? null : attempt.codeUrl(),
                order.riskScore(),
                order.riskFlags());
    }

    @Override
    public void prepaid(String outTradeNo, String codeUrl) {
        change(outTradeNo, (attempt, now) -> attempt.ready(codeUrl, now));
    }

    @Override
    public void prepayFailed(String outTradeNo, String code) {
        change(outTradeNo, (attempt, now) -> attempt.failed(code, now));
    }

    @Override
    public void prepayUnknown(String outTradeNo, String code) {
        change(outTradeNo, (attempt, now) -> attempt.unknown(code, now));
    }

    @Override
    public void attemptClosed(String outTradeNo) {
        change(outTradeNo, Attempt::closed);
    }

    @Override
    public void answered(String outTradeNo) {
        change(outTradeNo, Attempt::expired);
    }

    @Override
    public PaymentReceipt receive(ChannelNotice notice) {
        return intake.receive(notice, reads.orderOf(notice.outTradeNo()).orElse(null));
    }

    @Override
    public void recordRefusedNotice(Channel channel, String why, byte[] bodySha256, String remoteIp) {
        intake.refused(channel, why, bodySha256, remoteIp);
    }

    @Override
    public List<PendingAttempt> overdueAttempts(int limit) {
        return reads.leaseOverdue(limit);
    }

    @Override
    public Optional<PaymentPageView> paymentPage(Actor customer, OrderNo no) {
        return reads.page(customer, no);
    }

    @Override
    public List<PaymentView> ofOrder(Actor viewer, OrderNo no) {
        return reads.paymentsOf(viewer, no);
    }

    @Override
    public Slice<AlarmRow> alarms(Actor staff, PageRequest page) {
        return reads.alarms(staff, page);
    }

    @Override
    public List<CloseResult.OpenAttempt> of(OrderNo no) {
        return table.attempts(no).stream()
                .filter(Attempt::isOpen)
                .map(attempt -> new CloseResult.OpenAttempt(
                        attempt.channel().name(), attempt.no().value(), attempt.subMchid()))
                .toList();
    }

    private void change(String outTradeNo, Change change) {
        var order = reads.orderOf(outTradeNo).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        transaction.executeWithoutResult(status -> {
            orders.guard(order);
            if (change.on(table.requireAttempt(outTradeNo), clock.instant())) orders.touch(order);
        });
    }

    private interface Change {
        boolean on(Attempt attempt, Instant now);
    }
}
