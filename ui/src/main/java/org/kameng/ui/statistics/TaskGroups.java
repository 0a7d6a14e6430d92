package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** Whom how much waits for. */
final class TaskGroups extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    void show(List<TaskInbox.GroupCount> groups) {
        var box = getContent();
        box.removeAll();
        box.addClassName("k-stack");
        if (groups.isEmpty()) {
            box.add(Parts.empty(t("tasks.none")));
            return;
        }
        var most = groups.stream().mapToInt(TaskInbox.GroupCount::open).max().orElse(1);
        groups.forEach(group -> box.add(new Share(
                t("role", group.role()),
                group.open() * 100 / most,
                new Span(t("overview.open", group.open())),
                group.overdue() == 0 ? new Span() : Parts.badge(t("overview.overdue", group.overdue()), Tone.BAD))));
    }
}
