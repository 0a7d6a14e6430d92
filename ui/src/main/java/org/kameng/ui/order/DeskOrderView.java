package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
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
import org.kameng.ui.shared.Folders;
import org.kameng.ui.shared.Parts;
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
    private static final Role[] MAY_READ_RISK = {
        Role.SUPPORT_AGENT, Role.OPERATOR, Role.AUDITOR, Role.FINANCE, Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_LEAD
    };

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
        add(head, picture, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var no = OrderNavigation.no(event);
        var order = orders.view(actor, no);
        var process = new ProcessPanel(processes, clock, actor, no.value());
        show(order);
        picture.removeAll();
        picture.add(Parts.sheet(t("desk.process"), process));
        books(no);
        feed.follow(process, "order", no.value(), order.version(), () -> show(orders.view(actor, no)));
        feed.follow(process, "process", no.value(), Long.MIN_VALUE, process::refresh);
    }

    private void show(OrderView order) {
        head.removeAll();
        head.add(new H1(t("desk.order", order.no().value())), OrderWords.badge(order.state()));
        facts.removeAll();
        facts.add(records.facts(actor, order));
    }

    private void books(OrderNo no) {
        var books = new Folders(t("desk.books"));
        books.add(t("desk.payments"), () -> records.payments(actor, no));
        books.add(t("desk.purchases"), () -> records.purchases(actor, no));
        if (actor.has(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR)) {
            books.add(t("desk.ledger"), () -> records.ledger(actor, no));
        }
        books.add(t("desk.cards"), () -> records.cards(actor, no));
        if (actor.has(MAY_READ_RISK)) books.add(t("desk.risk"), () -> records.risk(actor, no));
        books.add(t("desk.audit"), () -> records.audit(actor, no));
        documents.removeAll();
        documents.add(Parts.sheet(t("desk.books"), books));
    }

    @Override
    public String getPageTitle() {
        return t("desk.orders");
    }
}
