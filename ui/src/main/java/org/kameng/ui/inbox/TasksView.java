package org.kameng.ui.inbox;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.kameng.domain.shared.Actor;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.ui.engine.ElementWords;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;

/** What waits for the person's roles, late things first. The list follows by itself when tasks come, go or are taken. */
@Route(value = InboxNavigation.TASKS, layout = DeskLayout.class)
@Menu(title = "desk.nav.tasks", order = 1, icon = "vaadin:tasks")
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SUPPORT_AGENT,
    Roles.ARBITRATOR,
    Roles.FINANCE,
    Roles.COMPLIANCE_OFFICER,
    Roles.COMPLIANCE_LEAD
})
class TasksView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient TaskInbox inbox;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<TaskRow> grid = new Grid<>();
    private final Span waiting = new Span();
    private final Select<TaskFilter.Whose> whose = new Select<>();
    private final TextField number = new TextField(t("tasks.number"));
    private TaskFilter filter = TaskFilter.ALL;

    TasksView(TaskInbox inbox, ChangeFeed feed, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
        addClassName("k-page");
        waiting.getElement().setAttribute("role", "status");
        waiting.addClassName("k-quiet");
        var head = new Div(new H1(t("desk.tasks")), waiting);
        head.addClassName("k-head");
        table();
        add(head, filters(), grid);
        actor.roles().forEach(role -> feed.follow(this, "inbox", role.name(), Long.MIN_VALUE, this::refresh));
    }

    private Div filters() {
        whose.setLabel(t("tasks.whose"));
        whose.setItems(TaskFilter.Whose.values());
        whose.setItemLabelGenerator(value -> t("tasks.whose", value));
        whose.addValueChangeListener(change -> open(change.isFromClient()));
        number.setClearButtonVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.addValueChangeListener(change -> open(change.isFromClient()));
        var filters = new Div(whose, number);
        filters.addClassName("k-filters");
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private void open(boolean byPerson) {
        if (byPerson) {
            var parameters = new HashMap<String, String>();
            parameters.put("whose", whose.getValue().name());
            parameters.put("no", number.getValue());
            parameters.values().removeIf(String::isBlank);
            UI.getCurrent().navigate(InboxNavigation.TASKS, QueryParameters.simple(parameters));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var asked = address.getSingleParameter("whose").orElse("");
        var shown = Arrays.stream(TaskFilter.Whose.values())
                .filter(value -> value.name().equals(asked))
                .findFirst()
                .orElse(TaskFilter.Whose.ANY);
        var no = address.getSingleParameter("no").filter(text -> !text.isBlank());
        filter = new TaskFilter(null, shown, no.orElse(null));
        whose.setValue(shown);
        number.setValue(no.orElse(""));
        grid.setItems(wanted -> Pages.stream(wanted, page -> inbox.list(actor, filter, page)));
        count();
    }

    private void table() {
        grid.addComponentColumn(TasksView::link).setHeader(t("tasks.what")).setAutoWidth(true);
        grid.addColumn(row -> row.businessNo() == null ? row.reference() : row.businessNo())
                .setHeader(t("tasks.case"))
                .setAutoWidth(true);
        grid.addComponentColumn(row -> TaskClock.badge(row, clock.instant()))
                .setHeader(t("tasks.due"))
                .setAutoWidth(true);
        grid.addColumn(row -> Formats.moment(row.createdAt()))
                .setHeader(t("tasks.since"))
                .setAutoWidth(true);
        grid.addColumn(TasksView::candidates).setHeader(t("tasks.who"));
        grid.addComponentColumn(this::taking).setHeader(t("tasks.taken")).setAutoWidth(true);
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.tasks"));
        grid.setEmptyStateText(t("tasks.none"));
        grid.addItemDoubleClickListener(click ->
                UI.getCurrent().navigate(InboxNavigation.task(click.getItem().id())));
    }

    private static Anchor link(TaskRow row) {
        return new Anchor(InboxNavigation.task(row.id()), ElementWords.of(row.elementId()));
    }

    private static String candidates(TaskRow row) {
        return row.candidates().stream().sorted().map(role -> t("role", role)).collect(Collectors.joining(", "));
    }

    private Div taking(TaskRow row) {
        var act = row.claimedByMe()
                ? Parts.quiet(t("task.release"), () -> inbox.release(actor, row.id()))
                : Parts.quiet(t("task.claim"), () -> inbox.claim(actor, row.id()));
        act.addThemeVariants(ButtonVariant.SMALL);
        act.setVisible(row.claimedBy() == null || row.claimedByMe());
        act.addClickListener(click -> refresh());
        var who = new Span(row.claimedByMe() ? t("task.mine") : row.claimedBy() == null ? "" : row.claimedBy());
        return Parts.row(who, act);
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        count();
    }

    private void count() {
        var now = inbox.count(actor);
        waiting.setText(t("tasks.count", now.open(), now.overdue()));
    }

    @Override
    public String getPageTitle() {
        return t("desk.tasks");
    }
}
