package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.SupplierAlarmRow;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.domain.supplier.SupplierRow;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** All suppliers at a glance, then what leans on them, then what happened lately. */
@Route(value = SupplierNavigation.DESK_SUPPLIERS, layout = DeskLayout.class)
@Menu(title = "desk.nav.suppliers", order = 4, icon = "vaadin:truck")
@RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.SUPPORT_AGENT, Roles.AUDITOR, Roles.ADMIN})
class SuppliersView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LATEST_ALARMS = 20;

    private final transient SupplierDesk desk;
    private final transient Actor actor = CurrentActor.get();
    private final Div suppliers = new Div();

    SuppliersView(SupplierDesk desk) {
        this.desk = desk;
        addClassName("k-page");
        var head = new Div(new H1(t("desk.suppliers")));
        head.addClassName("k-head");
        if (actor.has(Role.OPERATOR, Role.SUPPORT_AGENT, Role.AUDITOR)) {
            head.add(new Anchor(SupplierNavigation.DESK_CALLS, t("supplier.calls")));
        }
        add(head, suppliers);
        if (actor.has(Role.OPERATOR, Role.AUDITOR)) {
            add(new SourceGrid(desk, actor, this::show));
        }
        if (actor.has(Role.OPERATOR, Role.SUPPORT_AGENT, Role.AUDITOR)) {
            add(Parts.sheet(t("supplier.alarms"), alarms()));
        }
        show();
    }

    private void show() {
        suppliers.removeAll();
        var rows = desk.suppliers(actor);
        if (rows.isEmpty()) {
            suppliers.add(Parts.empty(t("supplier.none")));
            return;
        }
        var table = new Table(
                t("desk.suppliers"),
                t("supplier.name"),
                t("supplier.protocol"),
                t("supplier.balance"),
                t("supplier.sources"),
                t("supplier.state"),
                "");
        rows.forEach(row -> table.row(
                row.name(), t("protocol", row.protocol()), balance(row), row.sources(), state(row), act(row)));
        suppliers.add(table);
    }

    private static Span balance(SupplierRow row) {
        var balance = row.balance();
        if (balance == null) {
            return new Span(t("supplier.balance.unknown"));
        }
        var text = new Span(Formats.money(balance));
        text.setTitle(t("supplier.told", Formats.moment(row.balanceToldAt())));
        return text;
    }

    private static Div state(SupplierRow row) {
        var all = Parts.row();
        if (!row.inUse()) all.add(Parts.badge(t("supplier.unused"), Tone.PLAIN));
        if (row.balanceLowSince() != null) all.add(Parts.badge(t("supplier.balance.low"), Tone.BAD));
        if (row.openFuses() > 0) all.add(Parts.badge(t("supplier.fuses", row.openFuses()), Tone.BAD));
        if (row.paused() > 0) all.add(Parts.badge(t("supplier.paused", row.paused()), Tone.WAIT));
        if (row.unclear() > 0) all.add(Parts.badge(t("supplier.unclear", row.unclear()), Tone.WAIT));
        if (all.getChildren().findAny().isEmpty()) all.add(Parts.badge(t("supplier.fine"), Tone.OK));
        return all;
    }

    private Div act(SupplierRow row) {
        var acts = Parts.row();
        if (actor.has(Role.ADMIN)) {
            acts.add(Parts.quiet(
                    t("supplier.secret"),
                    () -> new SecretDialog(row, secret -> desk.replaceSecret(actor, row.id(), secret)).open()));
        }
        return acts;
    }

    private Div alarms() {
        var alarms = desk.alarms(actor, PageRequest.first(LATEST_ALARMS)).rows();
        if (alarms.isEmpty()) {
            return Parts.empty(t("supplier.alarms.none"));
        }
        var table =
                new Table(t("supplier.alarms"), t("supplier.alarm.at"), t("supplier.name"), t("supplier.alarm.why"));
        alarms.forEach(alarm -> table.row(Formats.moment(alarm.raisedAt()), who(alarm), words(alarm)));
        return new Div(table);
    }

    private static String who(SupplierAlarmRow alarm) {
        var name = alarm.supplierName();
        return name == null ? t("protocol", alarm.protocol()) : name;
    }

    private static String words(SupplierAlarmRow alarm) {
        var subject = alarm.subject() == null ? "" : alarm.subject();
        return Texts.known("supplier.alarm." + alarm.why()).isPresent()
                ? t("supplier.alarm." + alarm.why(), subject)
                : t("supplier.alarm.other", alarm.why(), subject);
    }

    @Override
    public String getPageTitle() {
        return t("desk.suppliers");
    }
}
