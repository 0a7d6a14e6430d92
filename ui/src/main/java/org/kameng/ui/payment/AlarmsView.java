package org.kameng.ui.payment;

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
import org.kameng.domain.payment.AlarmRow;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** What the payment door refused or found strange, newest first, with what to do about it. */
@Route(value = "desk/alarms", layout = DeskLayout.class)
@Menu(title = "desk.nav.alarms", order = 4, icon = "vaadin:bell")
@RolesAllowed({Roles.FINANCE, Roles.SUPPORT_AGENT, Roles.AUDITOR})
class AlarmsView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    AlarmsView(Payments payments, ChangeFeed feed) {
        Actor actor = CurrentActor.get();
        addClassName("k-page");
        var why = new Paragraph(t("alarms.why"));
        why.addClassName("k-quiet");
        var grid = new Grid<AlarmRow>();
        grid.addColumn(alarm -> Formats.moment(alarm.raisedAt()))
                .setHeader(t("alarms.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(alarm -> words(alarm.why())).setHeader(t("alarms.what")).setFlexGrow(3);
        grid.addComponentColumn(AlarmsView::order).setHeader(t("alarms.order")).setAutoWidth(true);
        grid.addColumn(alarm -> alarm.remoteIp() == null ? "–" : alarm.remoteIp())
                .setHeader(t("alarms.from"))
                .setAutoWidth(true);
        grid.setPageSize(Pages.SIZE);
        grid.addClassNames("k-grid", "k-wrap");
        grid.setAriaLabel(t("desk.alarms"));
        grid.setEmptyStateText(t("alarms.none"));
        grid.setItems(wanted -> Pages.stream(wanted, page -> payments.alarms(actor, page)));
        add(new H1(t("desk.alarms")), why, grid);
        feed.follow(this, "alarms", "all", Long.MIN_VALUE, grid.getDataProvider()::refreshAll);
    }

    private static String words(String why) {
        return Texts.known("alarm." + why).orElse(why);
    }

    private static Component order(AlarmRow alarm) {
        if (alarm.order() == null) return new Span("–");
        var no = alarm.order().value();
        var link = new Anchor("desk/orders/" + no, no);
        link.addClassName("k-code");
        return link;
    }

    @Override
    public String getPageTitle() {
        return t("desk.alarms");
    }
}
