package org.kameng.processes.order;

import java.util.Map;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.processes.engine.EngineMessages;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.MessageVariables;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.stereotype.Component;

/** Starts and continues orders in the engine. */
@Component
class OrderMessages implements EngineReceiver {
    static final String PLACED = "order-placed";
    static final String PAID = "payment-confirmed";
    static final String CANCELLED = "order-cancelled";

    private final EngineMessages engine;

    OrderMessages(EngineMessages engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> topics() {
        return Set.of(PLACED, PAID, CANCELLED);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        return switch (message.topic()) {
            case PLACED -> publish(OrderToDelivery.Messages.ORDER_PLACED, message, start(message));
            case PAID ->
                publish(
                        OrderToDelivery.Messages.PAYMENT_CONFIRMED,
                        message,
                        MessageVariables.of(message, "riskScore", "riskFlags"));
            case CANCELLED -> publish(OrderToDelivery.Messages.ORDER_CANCELLED, message, Map.of());
            default -> new ReceiveResult.Rejected("UNKNOWN_TOPIC");
        };
    }

    private static Map<String, Object> start(LeasedMessage message) {
        var variables = MessageVariables.of(message, "paymentDeadline", "riskScore", "riskFlags");
        variables.put("businessNo", message.key());
        variables.put("orderNo", message.key());
        return variables;
    }

    private ReceiveResult publish(String name, LeasedMessage message, Map<String, Object> variables) {
        return engine.publish(name, message.key(), message.messageId(), variables);
    }
}
