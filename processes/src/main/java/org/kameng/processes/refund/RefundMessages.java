package org.kameng.processes.refund;

import java.util.Map;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.processes.engine.EngineMessages;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.MessageVariables;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.stereotype.Component;

/** Starts and continues refunds in the engine. */
@Component
class RefundMessages implements EngineReceiver {
    static final String REQUESTED = "refund-requested";
    static final String SETTLED = "refund-settled";

    private final EngineMessages engine;

    RefundMessages(EngineMessages engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> topics() {
        return Set.of(REQUESTED, SETTLED);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        return switch (message.topic()) {
            case REQUESTED -> publish(PaymentRefund.Messages.REFUND_REQUESTED, message, start(message));
            case SETTLED ->
                publish(PaymentRefund.Messages.REFUND_SETTLED, message, MessageVariables.of(message, "refundState"));
            default -> new ReceiveResult.Rejected("UNKNOWN_TOPIC");
        };
    }

    private static Map<String, Object> start(LeasedMessage message) {
        var variables = MessageVariables.of(message, "orderNo");
        variables.put("businessNo", message.key());
        variables.put("refundNo", message.key());
        return variables;
    }

    private ReceiveResult publish(String name, LeasedMessage message, Map<String, Object> variables) {
        return engine.publish(name, message.key(), message.messageId(), variables);
    }
}
