package org.kameng.processes.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inbox over the feed's tables and our own; nothing here waits for the engine. */
@Service
class StoredTaskInbox implements TaskInbox {
    private final TaskTable tasks;
    private final DecisionTable decisions;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    StoredTaskInbox(TaskTable tasks, DecisionTable decisions, AuditLog audit, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Slice<TaskRow> list(Actor staff, TaskFilter filter, PageRequest page) {
        staff.requireStaff();
        return Slice.of(tasks.open(staff.roles(), filter, staff.account(), clock.instant(), page), page);
    }

    @Override
    public TaskCount count(Actor staff) {
        staff.requireStaff();
        return tasks.count(staff.roles(), clock.instant());
    }

    @Override
    public List<GroupCount> groups(Actor staff) {
        staff.requireStaff();
        var all = staff.has(Role.AUDITOR, Role.ADMIN);
        return tasks.groups(all ? Role.staff() : staff.roles(), clock.instant());
    }

    @Override
    public TaskView view(Actor staff, TaskId id) {
        var task = require(staff, id);
        var about = decisions.about(task.row().reference()).stream()
                .filter(decision -> decision.elementId().equals(task.row().elementId()))
                .toList();
        var open = task.engineState().equals("CREATED") && decisions.of(id).isEmpty();
        return new TaskView(task.row(), open, Verdicts.of(task.row().elementId()), about);
    }

    @Override
    @Transactional
    public void claim(Actor staff, TaskId id) {
        require(staff, id);
        if (!tasks.claim(id, staff.requireAccount(), staff.name(), clock.instant())) {
            throw new DomainException(ErrorCode.CONFLICT);
        }
    }

    @Override
    @Transactional
    public void release(Actor staff, TaskId id) {
        require(staff, id);
        tasks.release(id, staff.requireAccount());
    }

    @Override
    @Transactional
    public DecideResult decide(Actor staff, TaskId id, Decision decision) {
        var task = require(staff, id);
        check(staff, task, decision);
        if (!task.engineState().equals("CREATED")) {
            return new DecideResult.Overtaken(task.engineState().equals("LOST") ? "LOST" : "ENDED");
        }
        return store(staff, task, decision, clock.instant())
                ? new DecideResult.Recorded()
                : new DecideResult.Overtaken("DECIDED");
    }

    /** False when the task was decided before: the first decision wins. */
    boolean store(Actor by, TaskTable.Stored task, Decision decision, Instant at) {
        var row = task.row();
        if (!decisions.add(task, by, decision, at)) return false;
        audit.record(
                by,
                "task.decided",
                "task",
                row.id().text(),
                Map.of(
                        "element", row.elementId(),
                        "reference", row.reference(),
                        "verdict", decision.verdict(),
                        "reason", decision.reason(),
                        "transfer", Objects.requireNonNullElse(decision.transfer(), "")));
        outbox.add(new OutboxMessage(
                TaskDecisions.TOPIC,
                row.id().text(),
                row.id().text(),
                Map.of("verdict", decision.verdict(), "elementId", row.elementId())));
        return true;
    }

    @Override
    public List<DecisionRow> decisions(Actor staff, String reference) {
        staff.requireStaff();
        return decisions.about(reference);
    }

    private TaskTable.Stored require(Actor staff, TaskId id) {
        staff.requireStaff();
        var task = tasks.find(id, staff.account(), clock.instant())
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        staff.require(task.row().candidates().toArray(Role[]::new));
        return task;
    }

    private static void check(Actor staff, TaskTable.Stored task, Decision decision) {
        if (Verdicts.areGivenElsewhere(task.row().elementId())) throw new DomainException(ErrorCode.DECIDE_AT_DESK);
        var known = Verdicts.of(task.row().elementId());
        if (!known.contains(decision.verdict())) throw new DomainException(ErrorCode.INVALID_INPUT, "verdict");
        PlainText.reason(decision.reason(), Decision.MAX_REASON);
        var transfer = decision.transfer();
        if (transfer == null
                ? Decision.needsTransfer(task.row().elementId(), decision.verdict())
                : transfer.length() > Decision.MAX_TRANSFER) {
            throw new DomainException(ErrorCode.INVALID_INPUT, "transfer");
        }
        if (task.claimant() != null && !staff.is(task.claimant())) throw new DomainException(ErrorCode.CONFLICT);
    }
}
