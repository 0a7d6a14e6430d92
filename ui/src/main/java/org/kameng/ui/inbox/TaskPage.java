package org.kameng.ui.inbox;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.processes.inbox.DecideResult;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskId;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskView;
import org.kameng.processes.view.ProcessView;
import org.kameng.ui.engine.ElementWords;
import org.kameng.ui.engine.ProcessPanel;
import org.kameng.ui.purchase.PurchaseNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;

/** One case to decide: facts on the left, the process in the middle, the verdict on the right, then the next case. */
@Route(value = InboxNavigation.TASK, layout = DeskLayout.class)
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SUPPORT_AGENT,
    Roles.ARBITRATOR,
    Roles.FINANCE,
    Roles.COMPLIANCE_OFFICER,
    Roles.COMPLIANCE_LEAD
})
class TaskPage extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient TaskInbox inbox;
    private final transient TaskFacts facts;
    private final transient ProcessView processes;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Div head = new Div();
    private final Div verdict = new Div();

    TaskPage(TaskInbox inbox, TaskFacts facts, ProcessView processes, ChangeFeed feed, Clock clock) {
        this.inbox = inbox;
        this.facts = facts;
        this.processes = processes;
        this.feed = feed;
        this.clock = clock;
        addClassName("k-page");
        head.addClassName("k-head");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = parse(event.getRouteParameters().get(InboxNavigation.ID).orElse(""));
        var task = inbox.view(actor, id);
        var caseNo =
                Objects.requireNonNullElse(task.row().businessNo(), task.row().reference());
        var process = new ProcessPanel(processes, clock, actor, caseNo);
        var middle = Parts.sheet(t("desk.process"), process);
        var right = Parts.sheet(t("decide.title"), verdict);
        var columns = new Div(facts.of(actor, task), middle, right);
        columns.addClassNames("k-case", "k-decide");
        removeAll();
        // The page of the last case is used again for the next one: its form and its watches must not be.
        verdict.removeAll();
        add(head, columns);
        show(task);
        feed.follow(columns, "task", id.text(), Long.MIN_VALUE, () -> show(inbox.view(actor, id)));
        feed.follow(columns, "process", caseNo, Long.MIN_VALUE, process::refresh);
    }

    private static TaskId parse(String text) {
        try {
            return TaskId.parse(text);
        } catch (IllegalArgumentException mistyped) {
            throw new DomainException(ErrorCode.NOT_FOUND);
        }
    }

    private void show(TaskView task) {
        head.removeAll();
        head.add(
                new H1(ElementWords.of(task.row().elementId())),
                TaskClock.badge(task.row(), clock.instant()),
                new RouterLink(t("task.back"), TasksView.class));
        if (verdict.getChildren().findAny().isEmpty() || !task.open()) {
            verdict.removeAll();
            verdict.add(task.open() ? decide(task) : Parts.note(t("task.closed"), Tone.PLAIN));
        }
    }

    private Component decide(TaskView task) {
        if (task.verdicts().isEmpty()) return elsewhere(task);
        var id = task.row().id();
        var form = new DecisionForm(task.row().elementId(), task.verdicts(), decision -> decide(id, decision));
        var box = new Div(taking(task), form);
        box.addClassName("k-stack");
        form.focus();
        return box;
    }

    private static Component elsewhere(TaskView task) {
        var order = new OrderNo(task.row().reference());
        var link = new Anchor(PurchaseNavigation.of(order), t("task.toPurchaseDesk"));
        link.setId("purchase-desk");
        var box = new Div(Parts.note(t("task.atPurchaseDesk"), Tone.INFO), link);
        box.addClassName("k-stack");
        return box;
    }

    private Div taking(TaskView task) {
        var row = task.row();
        var by = row.claimedBy();
        var words = new Span(row.claimedByMe() ? t("task.mine") : by == null ? t("task.free") : t("task.taken", by));
        var act = row.claimedByMe()
                ? Parts.quiet(t("task.release"), () -> inbox.release(actor, row.id()))
                : Parts.quiet(t("task.claim"), () -> inbox.claim(actor, row.id()));
        act.setVisible(by == null || row.claimedByMe());
        act.addClickListener(click -> {
            verdict.removeAll();
            show(inbox.view(actor, row.id()));
        });
        return Parts.row(words, act);
    }

    private void decide(TaskId id, Decision decision) {
        switch (inbox.decide(actor, id, decision)) {
            case DecideResult.Recorded recorded -> Say.done(t("decide.recorded"));
            case DecideResult.Overtaken overtaken ->
                Say.problem(t("decide.overtaken", t("overtaken." + overtaken.because())));
        }
        next();
    }

    private void next() {
        var waiting = inbox.list(actor, TaskFilter.ALL, PageRequest.first(1)).rows();
        UI.getCurrent()
                .navigate(
                        waiting.isEmpty()
                                ? InboxNavigation.TASKS
                                : InboxNavigation.task(waiting.getFirst().id()));
    }

    @Override
    public String getPageTitle() {
        return t("desk.tasks");
    }
}
