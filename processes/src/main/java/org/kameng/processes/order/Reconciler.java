package org.kameng.processes.order;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kameng.domain.order.OrderBook;
import org.kameng.domain.order.OrderFactsView;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.processes.refund.PaymentRefund;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repairs what the engine lost: an unfinished order or refund without a running instance is started again, and a fact that an
 * instance still waits for is published again. Every model can be walked again from its start, so doing it once too often
 * changes nothing.
 */
@Component
public class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int LIMIT = 5000;
    private static final String WAIT_FOR_PAYMENT = "IntermediateEvent_PaymentDeadlinePassed";

    private final OrderBook orders;
    private final Refunds refunds;
    private final EngineState engine;
    private final Outbox outbox;
    private final ReconcilerSettings settings;
    private final Clock clock;

    Reconciler(
            OrderBook orders,
            Refunds refunds,
            EngineState engine,
            Outbox outbox,
            ReconcilerSettings settings,
            Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.engine = engine;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks once and answers how many messages went out. */
    @Transactional
    public int reconcile() {
        var now = clock.instant();
        var unfinished = new HashMap<String, OrderFactsView>();
        for (var order : orders.unfinished(now.minus(settings.grace()), LIMIT)) {
            unfinished.put(order.no().value(), order);
        }
        var sent = startAgain(unfinished, now) + tellAgain(unfinished, now) + refundsAgain(now);
        if (sent > 0) LOG.warn("the reconciler sent {} messages for orders and refunds the engine lost", sent);
        return sent;
    }

    private int startAgain(Map<String, OrderFactsView> unfinished, Instant now) {
        var missing = engine.missing(
                unfinished.keySet(), OrderToDelivery.PROCESS_ID, Set.of(OrderMessages.PLACED), settings.again(), now);
        missing.stream().map(unfinished::get).forEach(order -> {
            var id = messageId(order.no().value(), OrderToDelivery.PROCESS_ID, now);
            outbox.add(new OutboxMessage(
                    OrderMessages.PLACED,
                    order.no().value(),
                    id,
                    Map.of(
                            "orderNo", order.no().value(),
                            "paymentDeadline", order.paymentDeadline().toString(),
                            "riskScore", order.riskScore(),
                            "riskFlags", order.riskFlags())));
            tell(order, id);
        });
        return missing.size();
    }

    /** Orders that are paid or to be cancelled while their instance still waits for it: the message is lost. */
    private int tellAgain(Map<String, OrderFactsView> unfinished, Instant now) {
        var known = unfinished.values().stream()
                .filter(order -> order.state() != OrderState.AWAITING_PAYMENT || order.cancelRequested())
                .map(order -> order.no().value())
                .collect(Collectors.toSet());
        var topics = Set.of(OrderMessages.PLACED, OrderMessages.PAID, OrderMessages.CANCELLED);
        var waiting =
                engine.waiting(known, WAIT_FOR_PAYMENT, OrderToDelivery.PROCESS_ID, topics, settings.again(), now);
        waiting.stream()
                .map(unfinished::get)
                .forEach(order -> tell(order, messageId(order.no().value(), OrderToDelivery.PROCESS_ID, now)));
        return waiting.size();
    }

    private void tell(OrderFactsView order, String id) {
        var no = order.no().value();
        switch (order.state()) {
            case AWAITING_PAYMENT -> {
                if (order.cancelRequested()) {
                    outbox.add(new OutboxMessage(OrderMessages.CANCELLED, no, id, Map.of("orderNo", no)));
                }
            }
            case PAID, ON_HOLD, REFUNDING ->
                outbox.add(new OutboxMessage(
                        OrderMessages.PAID,
                        no,
                        id,
                        Map.of("orderNo", no, "riskScore", order.riskScore(), "riskFlags", order.riskFlags())));
            case DELIVERED, REFUNDED, CLOSED -> {}
        }
    }

    /** Refunds that no order carries: of late and double payments, whatever their order waits for. */
    private int refundsAgain(Instant now) {
        var open = refunds.unfinishedStrays(now.minus(settings.grace()), LIMIT);
        var missing = engine.missing(open, PaymentRefund.PROCESS_ID, Set.of("refund-requested"), settings.again(), now);
        List<RefundView> lost = missing.stream()
                .map(no -> refunds.find(no).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        for (var refund : lost) {
            var id = messageId(refund.refundNo(), PaymentRefund.PROCESS_ID, now);
            outbox.add(new OutboxMessage(
                    "refund-requested",
                    refund.refundNo(),
                    id,
                    Map.of(
                            "refundNo",
                            refund.refundNo(),
                            "orderNo",
                            refund.order().value())));
        }
        return lost.size();
    }

    private String messageId(String no, String process, Instant now) {
        return no + "#g" + engine.nextGeneration(no, process, now);
    }
}
