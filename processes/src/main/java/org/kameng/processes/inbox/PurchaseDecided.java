package org.kameng.processes.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.PurchaseTopics;
import org.kameng.processes.engine.EngineMessages;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.kameng.processes.purchase.SupplierPurchase.Messages;
import org.kameng.processes.purchase.SupplierPurchase.Tasks;
import org.kameng.processes.purchase.SupplierPurchase.Verdicts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the process after a decision at the purchase desk: through the inbox where a task waits, so that it leaves everybody's
 * list, else by messages that find whatever the process waits for, also when it comes there later.
 */
@Component
class PurchaseDecided implements EngineReceiver {
    private static final Set<String> CASES = Set.of(Tasks.DECIDE_PURCHASE, Tasks.JUDGE_PURCHASE);

    private final PurchaseDesk desk;
    private final TaskTable tasks;
    private final StoredTaskInbox inbox;
    private final EngineMessages engine;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PurchaseDecided(
            PurchaseDesk desk,
            TaskTable tasks,
            StoredTaskInbox inbox,
            EngineMessages engine,
            TransactionTemplate transaction,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.inbox = inbox;
        this.engine = engine;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(PurchaseTopics.DECIDED);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        var given = message.payload().get("decision") instanceof Number decision
                ? desk.given(decision.longValue())
                : Optional.<PurchaseDesk.Given>empty();
        if (given.isEmpty()) return new ReceiveResult.Rejected("NO_SUCH_DECISION");
        if (Boolean.TRUE.equals(transaction.execute(status -> completes(given.get()))))
            return new ReceiveResult.Accepted();
        var asked = engine.publish(Messages.PURCHASE_CHANGED, message.key(), message.messageId(), Map.of());
        if (!(asked instanceof ReceiveResult.Accepted)) return asked;
        return engine.publish(Messages.PURCHASE_SETTLED, message.key(), message.messageId(), Map.of());
    }

    private boolean completes(PurchaseDesk.Given given) {
        return tasks.openAt(given.purchase().order().value(), CASES, clock.instant())
                .filter(task -> inbox.store(
                        given.by(), task, new Decision(verdict(given.act()), given.reason()), clock.instant()))
                .isPresent();
    }

    private static String verdict(DeskAct act) {
        return switch (act) {
            case ASK -> Verdicts.ASK_ON;
            case CANCEL -> Verdicts.CANCEL;
            case NEXT -> Verdicts.NEXT_SOURCE;
            case REFUND -> Verdicts.GIVE_UP;
        };
    }
}
