package org.kameng.ui.home;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderFilter;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.statistics.Statistics;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.processes.incident.IncidentRow;
import org.kameng.processes.incident.Incidents;
import org.kameng.ui.engine.ElementWords;
import org.kameng.ui.inbox.InboxNavigation;
import org.kameng.ui.inbox.TaskClock;
import org.kameng.ui.incident.IncidentNavigation;
import org.kameng.ui.incident.IncidentWords;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.statistics.Live;
import org.kameng.ui.statistics.Numbers;

/** What waits for the person, the shop in a few numbers, and the way to any order. */
@Route(value = HomeNavigation.DESK, layout = DeskLayout.class)
@Menu(title = "desk.nav.home", order = 0, icon = "vaadin:home")
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SUPPORT_AGENT,
    Roles.ARBITRATOR,
    Roles.FINANCE,
    Roles.AUDITOR,
    Roles.ADMIN,
    Roles.COMPLIANCE_OFFICER,
    Roles.COMPLIANCE_LEAD
})
class DeskHomeView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;

    private final transient TaskInbox inbox;
    private final transient Incidents incidents;
    private final transient OrderService orders;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final transient Live<Waiting> live = new Live<>(this::read, this::show);
    private final TextField search = new TextField(t("home.search"));
    private final Div waiting = new Div();

    private record Waiting(List<TaskRow> tasks, List<IncidentRow> handed) {}

    DeskHomeView(
            TaskInbox inbox,
            Incidents incidents,
            OrderService orders,
            Statistics statistics,
            ChangeFeed feed,
            Clock clock) {
        this.inbox = inbox;
        this.incidents = incidents;
        this.orders = orders;
        this.clock = clock;
        addClassName("k-page");
        var numbers = new Numbers(statistics, inbox, incidents, actor);
        add(new H1(t("home.title", actor.name())), search(), Parts.sheet(t("home.waiting"), waiting), numbers);
        live.refresh();
        feed.follow(this, "statistics", "all", Long.MIN_VALUE, numbers::refresh);
        feed.follow(this, "incidents", "all", Long.MIN_VALUE, () -> refresh(numbers));
        actor.roles().forEach(role -> feed.follow(this, "inbox", role.name(), Long.MIN_VALUE, () -> refresh(numbers)));
    }

    private void refresh(Numbers numbers) {
        numbers.refresh();
        live.refresh();
    }

    private Div search() {
        search.setId("search");
        search.setPlaceholder("KM…");
        search.setHelperText(t("home.search.help"));
        search.setClearButtonVisible(true);
        var go = Parts.primary(t("home.go"), this::find);
        go.setId("go");
        go.addClickShortcut(Key.ENTER).listenOn(search);
        var row = new Div(search, go);
        row.addClassName("k-filters");
        row.getElement().setAttribute("role", "search");
        return row;
    }

    /** The one order that is meant, or the list of those that begin like it. */
    private void find() {
        var text = search.getValue().strip();
        if (text.isEmpty()) return;
        var filter = new OrderFilter(text, Set.of(), null, null, null, null, null);
        var found = orders.find(actor, filter, PageRequest.first(2)).rows();
        if (found.size() == 1) {
            UI.getCurrent()
                    .navigate(OrderNavigation.deskOrder(found.getFirst().no().value()));
        } else {
            UI.getCurrent().navigate(OrderNavigation.DESK_ORDERS, OrderNavigation.beginningLike(text));
        }
    }

    private Waiting read() {
        return new Waiting(
                inbox.list(actor, TaskFilter.ALL, PageRequest.first(ROWS)).rows(), incidents.handedTo(actor, ROWS));
    }

    private void show(Waiting now) {
        waiting.removeAll();
        if (now.tasks().isEmpty() && now.handed().isEmpty()) {
            waiting.add(Parts.empty(t(actor.has(Role.AUDITOR, Role.ADMIN) ? "home.nothing.watcher" : "home.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("k-waiting");
        now.handed()
                .forEach(incident -> list.add(line(
                        new Anchor(IncidentNavigation.incident(incident.id()), IncidentWords.what(incident)),
                        incident.businessNo(),
                        Parts.badge(t("home.handed"), Tone.WAIT))));
        now.tasks()
                .forEach(task -> list.add(line(
                        new Anchor(InboxNavigation.task(task.id()), ElementWords.of(task.elementId())),
                        task.reference(),
                        TaskClock.badge(task, clock.instant()))));
        waiting.add(list, new Anchor(InboxNavigation.TASKS, t("home.all")));
    }

    private static ListItem line(Anchor what, @Nullable String no, Component clock) {
        var number = new Span(no == null ? "" : no);
        number.addClassNames("k-code", "k-quiet");
        return new ListItem(what, number, clock);
    }

    @Override
    public String getPageTitle() {
        return t("desk.title");
    }
}
