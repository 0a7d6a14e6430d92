package org.kameng.processes.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.MessageVariables;
import org.kameng.processes.engine.ReceiveResult;
import org.kameng.processes.engine.UserTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the engine what was decided. A task that is gone was completed by an earlier send, or something overtook it. */
@Component
class TaskDecisions implements EngineReceiver {
    static final String TOPIC = "task-decided";

    private final UserTasks engine;
    private final TaskTable tasks;
    private final DecisionTable decisions;
    private final PaidAnyway paidAnyway;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskDecisions(
            UserTasks engine,
            TaskTable tasks,
            DecisionTable decisions,
            PaidAnyway paidAnyway,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.engine = engine;
        this.tasks = tasks;
        this.decisions = decisions;
        this.paidAnyway = paidAnyway;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        var id = TaskId.parse(message.key());
        // Keys start again when the broker's data is lost: a key of a lost epoch may name somebody else's task by now.
        if (state(id).equals("LOST")) return end(id, DecisionRow.State.OVERTAKEN, "LOST");
        var verdict = MessageVariables.of(message, "verdict").get("verdict");
        return switch (engine.complete(id.key(), Map.of("decision", verdict))) {
            case UserTasks.Completion.Completed() -> end(id, DecisionRow.State.APPLIED, null);
            case UserTasks.Completion.Gone() -> gone(id);
            case UserTasks.Completion.Refused() -> new ReceiveResult.Rejected("ENGINE_REFUSED");
            case UserTasks.Completion.Unclear(var code) -> new ReceiveResult.Later(code);
        };
    }

    private ReceiveResult gone(TaskId id) {
        return switch (state(id)) {
            case "COMPLETED" -> end(id, DecisionRow.State.APPLIED, null);
            case "CANCELED" -> end(id, DecisionRow.State.OVERTAKEN, "ENDED");
            case "LOST" -> end(id, DecisionRow.State.OVERTAKEN, "LOST");
            default -> new ReceiveResult.Later("FEED_BEHIND");
        };
    }

    private String state(TaskId id) {
        return tasks.find(id, null, clock.instant())
                .map(TaskTable.Stored::engineState)
                .orElse("LOST");
    }

    private ReceiveResult end(TaskId id, DecisionRow.State state, @Nullable String because) {
        transaction.executeWithoutResult(status -> {
            if (decisions.end(id, state, because, clock.instant()) && because != null) {
                audit.record(
                        Actor.system("task-decided"), "task.overtaken", "task", id.text(), Map.of("because", because));
                paidAnyway.book(id);
            }
        });
        return new ReceiveResult.Accepted();
    }
}
