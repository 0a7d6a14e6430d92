package org.kameng.processes.purchase;

import java.util.Map;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.supplier.PurchaseTopics;
import org.kameng.processes.engine.EngineMessages;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.stereotype.Component;

/** Continues purchases in the engine. The messages carry nothing: what counts is what is stored when the job looks. */
@Component
class PurchaseMessages implements EngineReceiver {
    private final EngineMessages engine;

    PurchaseMessages(EngineMessages engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                PurchaseTopics.CHANGED,
                PurchaseTopics.SETTLED,
                PurchaseTopics.REFUND_ACCEPTED,
                PurchaseTopics.ACCOUNT_CORRECTED);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        return switch (message.topic()) {
            case PurchaseTopics.CHANGED -> publish(SupplierPurchase.Messages.PURCHASE_CHANGED, message);
            case PurchaseTopics.SETTLED -> publish(SupplierPurchase.Messages.PURCHASE_SETTLED, message);
            case PurchaseTopics.REFUND_ACCEPTED -> publish(SupplierPurchase.Messages.REFUND_ACCEPTED, message);
            case PurchaseTopics.ACCOUNT_CORRECTED -> publish(SupplierPurchase.Messages.ACCOUNT_CORRECTED, message);
            default -> new ReceiveResult.Rejected("UNKNOWN_TOPIC");
        };
    }

    private ReceiveResult publish(String name, LeasedMessage message) {
        return engine.publish(name, message.key(), message.messageId(), Map.of());
    }
}
