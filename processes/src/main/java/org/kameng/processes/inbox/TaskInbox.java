package org.kameng.processes.inbox;

import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;

/** Tasks of people. Everybody sees and decides only what one of the own roles is a candidate for; else ACCESS_DENIED. */
public interface TaskInbox {
    /** Open tasks: overdue first, then by due time. Decided ones are gone at once. */
    Slice<TaskRow> list(Actor staff, TaskFilter filter, PageRequest page);

    /** How many tasks wait, and how many of them are overdue. */
    TaskCount count(Actor staff);

    /** The same by role, the most first; AUDITOR and ADMIN see every role's, others their own. */
    List<GroupCount> groups(Actor staff);

    /** NOT_FOUND for a task that never was. */
    TaskView view(Actor staff, TaskId id);

    /** Takes the task, so that others leave it alone. CONFLICT when somebody else has it. */
    void claim(Actor staff, TaskId id);

    /** Gives it back. Nothing happens when it is not the actor's. */
    void release(Actor staff, TaskId id);

    /**
     * Stores the decision with its audit row. CONFLICT when somebody else has claimed the task, INVALID_INPUT for a
     * verdict this task does not know or a missing reason, DECIDE_AT_DESK where purchases are decided. An unclaimed task may be decided.
     */
    DecideResult decide(Actor staff, TaskId id, Decision decision);

    /** Decisions about an order or refund, newest first; any staff. */
    List<DecisionRow> decisions(Actor staff, String reference);

    /** Open tasks of the actor's roles. */
    record TaskCount(int open, int overdue) {}

    /** Open tasks that one role may decide; one that several may is counted for each. */
    record GroupCount(Role role, int open, int overdue) {}
}
