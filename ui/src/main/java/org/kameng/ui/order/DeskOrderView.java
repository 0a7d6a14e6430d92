package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.function.Supplier;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.processes.view.ProcessView;
import org.kameng.ui.engine.ProcessPanel;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Roles;

/** One order before the staff: facts, the process with its token, money, ledger, risk and audit on one page. */
@Route(value = OrderNavigation.DESK_ORDER, layout = DeskLayout.class)
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
class DeskOrderView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OrderService orders;
    private final transient OrderRecords records;
    private final transient ProcessView processes;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Div head = new Div();
    private final Div facts = new Div();
    private final Div picture = new Div();
    private final Div documents = new Div();

    DeskOrderView(OrderService orders, OrderRecords records, ProcessView processes, ChangeFeed feed, Clock clock) {
        this.orders = orders;
        this.records = records;
        this.processes = processes;
        this.feed = feed;
        this.clock = clock;
        addClassName("k-page");
        head.addClassName("k-head");
        var columns = new Div(facts, documents);
        columns.addClassName("k-case");
        picture.addClassName("k-sheet");
        add(head, picture, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var no = new OrderNo(event.getRouteParameters().get(OrderNavigation.NO).orElseThrow());
        var order = orders.view(actor, no);
        var process = new ProcessPanel(processes, clock, actor, no.value());
        show(order);
        picture.removeAll();
        picture.add(process);
        tabs(no);
        feed.follow(this, "order", no.value(), order.version(), () -> show(orders.view(actor, no)));
        feed.follow(this, "process", no.value(), Long.MIN_VALUE, process::refresh);
    }

    private void show(OrderView order) {
        head.removeAll();
        head.add(new H1(t("desk.order", order.no().value())), OrderWords.badge(order.state()));
        facts.removeAll();
        facts.add(new OrderFacts(order));
    }

    private void tabs(OrderNo no) {
        var sheet = new TabSheet();
        sheet.addClassName("k-tabs");
        lazily(sheet, "desk.payments", () -> records.payments(actor, no));
        if (actor.has(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR)) {
            lazily(sheet, "desk.ledger", () -> records.ledger(actor, no));
        }
        lazily(sheet, "desk.cards", () -> records.cards(actor, no));
        lazily(sheet, "desk.risk", () -> records.risk(actor, no));
        lazily(sheet, "desk.audit", () -> records.audit(actor, no));
        documents.removeAll();
        documents.add(sheet);
    }

    /** Reads a record when its tab is opened, and anew each time. */
    private static void lazily(TabSheet sheet, String key, Supplier<Component> record) {
        var place = new Div();
        var tab = sheet.add(t(key), place);
        if (sheet.getSelectedTab() == tab) {
            place.add(record.get());
        }
        sheet.addSelectedChangeListener(change -> {
            if (change.getSelectedTab() == tab) {
                place.removeAll();
                place.add(record.get());
            }
        });
    }

    @Override
    public String getPageTitle() {
        return t("desk.orders");
    }
}
