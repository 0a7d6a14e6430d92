package org.kameng.ui.incident;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.processes.incident.IncidentId;
import org.kameng.processes.incident.IncidentView;
import org.kameng.processes.incident.Incidents;
import org.kameng.processes.view.ProcessView;
import org.kameng.ui.engine.ElementWords;
import org.kameng.ui.engine.ProcessPanel;
import org.kameng.ui.order.OrderFacts;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Table;

/** One incident: what happened and what it means beside what a person may do; below them the process and the order. */
@Route(value = IncidentNavigation.INCIDENT, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.SUPPORT_AGENT, Roles.FINANCE, Roles.AUDITOR, Roles.ADMIN})
class IncidentPage extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient IncidentCases cases;
    private final transient ProcessView processes;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Div head = new Div();
    private final Div facts = new Div();
    private final Div story = new Div();
    private final Div acts = new Div();

    IncidentPage(Incidents incidents, IncidentCases cases, ProcessView processes, ChangeFeed feed, Clock clock) {
        this.incidents = incidents;
        this.cases = cases;
        this.processes = processes;
        this.feed = feed;
        this.clock = clock;
        addClassName("k-page");
        head.addClassName("k-head");
        story.addClassName("k-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = parse(event.getRouteParameters().get(IncidentNavigation.ID).orElse(""));
        var incident = incidents.view(actor, id);
        var no = incident.row().businessNo();
        var columns = new Div(story, acts);
        columns.addClassName("k-incident");
        if (no != null) {
            var process = new ProcessPanel(processes, clock, actor, no);
            columns.add(Parts.sheet(t("desk.process"), process));
            feed.follow(process, "process", no, Long.MIN_VALUE, process::refresh);
        }
        columns.add(facts);
        removeAll();
        add(head, columns);
        show(incident);
        offer(incident);
        feed.follow(columns, "incidents", "all", Long.MIN_VALUE, () -> show(incidents.view(actor, id)));
    }

    private static IncidentId parse(String text) {
        try {
            return IncidentId.parse(text);
        } catch (IllegalArgumentException mistyped) {
            throw new DomainException(ErrorCode.NOT_FOUND);
        }
    }

    private void show(IncidentView incident) {
        var order = cases.order(actor, incident.row().businessNo()).orElse(null);
        var state =
                incident.open() ? Parts.badge(t("incident.open"), Tone.BAD) : Parts.badge(t("incident.over"), Tone.OK);
        state.getElement().setAttribute("role", "status");
        head.removeAll();
        head.add(
                new H1(ElementWords.of(incident.row().elementId())),
                state,
                new RouterLink(t("task.back"), IncidentsView.class));
        facts.removeAll();
        facts.add(order == null ? Parts.empty(t("incident.noOrder")) : new OrderFacts(order, null));
        story.removeAll();
        story.add(Parts.sheet(t("incident.title"), story(incident, order)));
        if (!incident.handovers().isEmpty()) {
            story.add(Parts.sheet(t("incident.handed"), handovers(incident)));
        }
        if (!incident.open()) {
            acts.removeAll();
            acts.add(Parts.note(t("incident.next.over"), Tone.OK));
        }
    }

    private Component story(IncidentView incident, @Nullable OrderView order) {
        var row = incident.row();
        var now = clock.instant();
        var list = Parts.facts();
        list.addClassName("k-story");
        Parts.fact(list, t("incident.what"), IncidentWords.what(row));
        Parts.fact(list, t("incident.why"), IncidentWords.why(row));
        Parts.fact(list, t("incidents.since"), Formats.moment(row.since()) + " · " + IncidentWords.since(row, now));
        if (order != null) {
            var link = new Anchor(OrderNavigation.deskOrder(order.no().value()), t("task.wholeOrder"));
            link.setId("order");
            Parts.fact(list, t("incident.case"), link);
        }
        Parts.fact(list, t("incident.cost"), IncidentWords.cost(order));
        var timer = incident.clock();
        if (timer != null) Parts.fact(list, t("incident.clock"), t("incident.clock.at", Formats.moment(timer)));
        Parts.fact(list, t("incident.next"), IncidentWords.next(incident, now));
        var technical = incident.technical();
        if (technical != null) Parts.fact(list, t("incident.technical"), Parts.code(line(incident, technical)));
        return list;
    }

    private static String line(IncidentView incident, IncidentView.Technical technical) {
        return "incident=%s instance=%s job=%s process=%s element=%s type=%s error=%s message=%s"
                .formatted(
                        incident.row().id().text(),
                        technical.processInstanceKey(),
                        technical.jobKey(),
                        incident.row().processId(),
                        incident.row().elementId(),
                        incident.row().jobType(),
                        technical.errorType(),
                        Objects.requireNonNullElse(technical.message(), "-"));
    }

    private static Table handovers(IncidentView incident) {
        var table = new Table(
                t("incident.handed"), t("decide.at"), t("decide.by"), t("incident.hand.to"), t("incident.hand.note"));
        incident.handovers()
                .forEach(row -> table.row(Formats.moment(row.at()), row.by(), t("role", row.to()), row.note()));
        return table;
    }

    private void offer(IncidentView incident) {
        if (!incident.open()) return;
        acts.removeAll();
        if (!actor.has(Incidents.HELPERS.toArray(Role[]::new))) {
            acts.add(Parts.note(t("incident.lookOnly"), Tone.PLAIN));
            return;
        }
        var id = incident.row().id();
        var offered = new IncidentActs();
        if (incident.ask() == null && actor.has(Role.OPERATOR, Role.SUPPORT_AGENT, Role.ADMIN)) {
            offered.offerRetry(reason -> {
                var asked = incidents.retry(actor, id, reason);
                if (asked) Say.done(t("incident.retry.asked"));
                else Say.problem(t("incident.retry.late"));
                refresh(id);
            });
        }
        offered.offerHandOver((role, note) -> {
            incidents.handOver(actor, id, role, note);
            Say.done(t("incident.hand.done", t("role", role)));
            refresh(id);
        });
        acts.add(Parts.sheet(t("incident.acts"), offered));
    }

    private void refresh(IncidentId id) {
        var now = incidents.view(actor, id);
        show(now);
        offer(now);
    }

    @Override
    public String getPageTitle() {
        return t("desk.incidents");
    }
}
