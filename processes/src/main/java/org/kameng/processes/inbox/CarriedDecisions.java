package org.kameng.processes.inbox;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is asked twice: when an order was started again, a decision made for its earlier instance counts for the new task. */
@Component
public class CarriedDecisions {
    private static final int BATCH = 100;

    private final TaskTable tasks;
    private final DecisionTable decisions;
    private final StoredTaskInbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarriedDecisions(
            TaskTable tasks,
            DecisionTable decisions,
            StoredTaskInbox inbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Carries what it finds; safe to run in several instances at once. */
    public void sweep() {
        decisions.carried(BATCH).forEach(carried -> transaction.executeWithoutResult(status -> carry(carried)));
    }

    private void carry(DecisionTable.Carried carried) {
        var before = carried.decision();
        tasks.find(carried.task(), null, clock.instant())
                .filter(task -> task.engineState().equals("CREATED"))
                .ifPresent(task -> inbox.store(
                        before.by(),
                        task,
                        new Decision(before.verdict(), before.reason(), before.transfer()),
                        before.at()));
    }
}
