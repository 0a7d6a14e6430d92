package org.kameng.ui.incident;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import org.kameng.domain.shared.Actor;
import org.kameng.processes.incident.IncidentRow;
import org.kameng.processes.incident.Incidents;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;

/** Everything that stands still, the oldest first. The list follows by itself. */
@Route(value = IncidentNavigation.INCIDENTS, layout = DeskLayout.class)
@Menu(title = "desk.nav.incidents", order = 1.5, icon = "vaadin:warning")
@RolesAllowed({Roles.OPERATOR, Roles.SUPPORT_AGENT, Roles.FINANCE, Roles.AUDITOR, Roles.ADMIN})
class IncidentsView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<IncidentRow> grid = new Grid<>();
    private final Span open = new Span();

    IncidentsView(Incidents incidents, ChangeFeed feed, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
        addClassName("k-page");
        open.addClassName("k-quiet");
        open.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("desk.incidents")), open);
        head.addClassName("k-head");
        var why = new Paragraph(t("incidents.why"));
        why.addClassName("k-quiet");
        table();
        add(head, why, grid);
        count();
        feed.follow(this, "incidents", "all", Long.MIN_VALUE, this::refresh);
    }

    private void table() {
        grid.addComponentColumn(this::words)
                .setHeader(t("incidents.what"))
                .setWidth("300px")
                .setFlexGrow(4);
        grid.addColumn(row -> Objects.requireNonNullElse(row.businessNo(), "–"))
                .setHeader(t("tasks.case"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.moment(row.since()))
                .setHeader(t("incidents.since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(IncidentsView::owner)
                .setHeader(t("incidents.owner"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setPageSize(Pages.SIZE);
        grid.addClassNames("k-grid", "k-grid-words");
        grid.setAriaLabel(t("desk.incidents"));
        grid.setEmptyStateText(t("incidents.none"));
        grid.addItemDoubleClickListener(click -> UI.getCurrent()
                .navigate(IncidentNavigation.incident(click.getItem().id())));
        grid.setItems(wanted -> Pages.stream(wanted, page -> incidents.open(actor, page)));
    }

    private Component words(IncidentRow row) {
        var what = new Anchor(IncidentNavigation.incident(row.id()), IncidentWords.what(row));
        return Parts.twoLines(what, IncidentWords.next(row, clock.instant()));
    }

    private static Component owner(IncidentRow row) {
        var role = row.handedTo();
        return role == null ? new Span("–") : Parts.badge(t("role", role), Tone.INFO);
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        count();
    }

    private void count() {
        open.setText(t("incidents.count", incidents.count(actor)));
    }

    @Override
    public String getPageTitle() {
        return t("desk.incidents");
    }
}
