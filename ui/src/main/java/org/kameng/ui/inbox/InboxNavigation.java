package org.kameng.ui.inbox;

import org.kameng.processes.inbox.TaskId;

/** Addresses of tasks. */
public final class InboxNavigation {
    public static final String TASKS = "desk/tasks";
    public static final String TASK = "desk/tasks/:id";
    static final String ID = "id";

    private InboxNavigation() {}

    public static String task(TaskId id) {
        return TASKS + "/" + id.text();
    }
}
