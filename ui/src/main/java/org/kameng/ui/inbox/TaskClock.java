package org.kameng.ui.inbox;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** How long a task may still wait, or since when it is late. */
public final class TaskClock {
    private static final Duration SOON = Duration.ofHours(1);

    private TaskClock() {}

    public static Span badge(TaskRow task, Instant now) {
        if (task.dueAt() == null) {
            return Parts.badge(t("task.noDue"), Tone.PLAIN);
        }
        var left = Duration.between(now, task.dueAt());
        if (task.overdue() || left.isNegative()) {
            return Parts.badge(t("task.overdue", Formats.span(left)), Tone.BAD);
        }
        return Parts.badge(t("task.left", Formats.span(left)), left.compareTo(SOON) < 0 ? Tone.WAIT : Tone.PLAIN);
    }
}
