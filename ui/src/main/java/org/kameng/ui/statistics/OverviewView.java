package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.statistics.Statistics;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.incident.Incidents;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;

/** The shop at a glance, kept up by the change feed. Each role sees the parts it may. */
@Route(value = StatisticsNavigation.OVERVIEW, layout = DeskLayout.class)
@Menu(title = "desk.nav.overview", order = 0.5, icon = "vaadin:chart")
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
class OverviewView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int HOURS = 24;
    private static final int DAYS = 30;

    private final transient Statistics statistics;
    private final transient TaskInbox inbox;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final transient List<Live<?>> parts = new ArrayList<>();
    private final Span age = new Span();
    private final Numbers numbers;
    private final Div sheets = new Div();

    OverviewView(Statistics statistics, TaskInbox inbox, Incidents incidents, ChangeFeed feed, Clock clock) {
        this.statistics = statistics;
        this.inbox = inbox;
        this.clock = clock;
        this.numbers = new Numbers(statistics, inbox, incidents, actor);
        addClassName("k-page");
        age.addClassName("k-quiet");
        var head = new Div(new H1(t("desk.overview")), age);
        head.addClassName("k-head");
        sheets.addClassName("k-overview");
        add(head, numbers, sheets);
        orders();
        delivery();
        people();
        if (actor.has(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR, Role.ADMIN)) money();
        if (actor.has(Role.OPERATOR, Role.AUDITOR, Role.ADMIN)) goods();
        refresh();
        feed.follow(this, "statistics", "all", Long.MIN_VALUE, this::refresh);
        feed.follow(this, "incidents", "all", Long.MIN_VALUE, this::refresh);
        actor.roles().forEach(role -> feed.follow(this, "inbox", role.name(), Long.MIN_VALUE, this::refresh));
    }

    private void orders() {
        var byHour = new OrderChart(t("overview.hours"), Words::hour);
        var byDay = new OrderChart(t("overview.days"), Words::day);
        parts.add(new Live<>(() -> statistics.hours(actor, HOURS), byHour::show));
        parts.add(new Live<>(() -> statistics.days(actor, DAYS), byDay::show));
        sheets.add(wide(Parts.sheet(t("desk.orders"), pair(byHour, byDay))));
    }

    private void delivery() {
        var latency = new LatencyChart();
        var payments = new PaymentShares();
        parts.add(new Live<>(() -> statistics.latencyByHour(actor), hours -> latency.show(hours, clock.instant())));
        parts.add(new Live<>(() -> PaymentShares.Seen.of(statistics, actor), payments::show));
        sheets.add(Parts.sheet(t("overview.delivering"), latency), Parts.sheet(t("overview.paying"), payments));
    }

    private void people() {
        var groups = new TaskGroups();
        parts.add(new Live<>(() -> inbox.groups(actor), groups::show));
        sheets.add(Parts.sheet(t("overview.people"), groups));
    }

    private void money() {
        var money = new MoneyFacts(actor.has(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR));
        parts.add(new Live<>(
                () -> new MoneyFacts.Seen(statistics.moneyBack(actor), statistics.worries(actor)), money::show));
        sheets.add(Parts.sheet(t("overview.money"), money));
    }

    private void goods() {
        var stock = new StockTable();
        parts.add(new Live<>(() -> statistics.stock(actor, StockTable.ROWS + 1), stock::show));
        sheets.add(wide(Parts.sheet(t("overview.stock"), stock)));
        var suppliers = new SupplierList();
        var sheet = wide(Parts.sheet(t("overview.suppliers"), suppliers));
        parts.add(new Live<>(() -> statistics.suppliers(actor), standing -> {
            suppliers.show(standing);
            sheet.setVisible(!standing.isEmpty());
        }));
        sheets.add(sheet);
    }

    private static Div pair(OrderChart one, OrderChart other) {
        var pair = new Div(one, other);
        pair.addClassName("k-pair");
        return pair;
    }

    private static Section wide(Section sheet) {
        sheet.addClassName("k-whole");
        return sheet;
    }

    private void refresh() {
        numbers.refresh();
        parts.forEach(Live::refresh);
        age.setText(statistics
                .countedUntil(actor)
                .map(at -> t("overview.age", Formats.clock(at)))
                .orElse(t("overview.age.none")));
    }

    @Override
    public String getPageTitle() {
        return t("desk.overview");
    }
}
