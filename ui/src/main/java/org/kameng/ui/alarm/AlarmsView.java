package org.kameng.ui.alarm;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.kameng.domain.payment.AlarmRow;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** What did not fit at the payment door, in words, with what a person does about it. */
@Route(value = AlarmNavigation.ALARMS, layout = DeskLayout.class)
@Menu(title = "desk.nav.alarms", order = 2.5, icon = "vaadin:bell")
@RolesAllowed({Roles.FINANCE, Roles.SUPPORT_AGENT, Roles.AUDITOR})
class AlarmsView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Payments payments;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<AlarmRow> grid = new Grid<>();

    AlarmsView(Payments payments, ChangeFeed feed) {
        this.payments = payments;
        addClassName("k-page");
        var why = new Paragraph(t("alarms.why"));
        why.addClassName("k-quiet");
        table();
        add(new H1(t("desk.alarms")), why, grid);
        feed.follow(
                this,
                "statistics",
                "all",
                Long.MIN_VALUE,
                () -> grid.getDataProvider().refreshAll());
    }

    private void table() {
        grid.addComponentColumn(AlarmsView::words)
                .setHeader(t("alarms.what"))
                .setWidth("300px")
                .setFlexGrow(4);
        grid.addColumn(row -> Texts.known("channel." + row.channel())
                        .orElse(row.channel().name()))
                .setHeader(t("alarms.channel"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(AlarmsView::order)
                .setHeader(t("orders.column.no"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Objects.requireNonNullElse(row.remoteIp(), "–"))
                .setHeader(t("alarms.from"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.moment(row.raisedAt()))
                .setHeader(t("alarms.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setPageSize(Pages.SIZE);
        grid.addClassNames("k-grid", "k-grid-words");
        grid.setAriaLabel(t("desk.alarms"));
        grid.setEmptyStateText(t("alarms.none"));
        grid.setItems(wanted -> Pages.stream(wanted, page -> payments.alarms(actor, page)));
    }

    private static Component words(AlarmRow row) {
        return Parts.twoLines(new Span(AlarmWords.what(row.why())), AlarmWords.next(row.why()));
    }

    private static Component order(AlarmRow row) {
        var no = row.order();
        return no == null ? new Span("–") : new Anchor(OrderNavigation.deskOrder(no.value()), no.value());
    }

    @Override
    public String getPageTitle() {
        return t("desk.alarms");
    }
}
