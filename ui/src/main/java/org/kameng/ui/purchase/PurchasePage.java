package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

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
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.supplier.DeskRow;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.domain.supplier.SupplierDesk.CallFilter;
import org.kameng.processes.view.ProcessView;
import org.kameng.ui.engine.ProcessPanel;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;
import org.kameng.ui.supplier.PurchaseCallsPanel;

/** One purchase: facts left, what was said to the supplier and the process in the middle, what may be done right. */
@Route(value = PurchaseNavigation.PURCHASE, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class PurchasePage extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LATEST_CALLS = 30;

    private final transient PurchaseDesk desk;
    private final transient SupplierDesk suppliers;
    private final transient ProcessView processes;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Div head = new Div();
    private final Div facts = new Div();
    private final Div calls = new Div();

    PurchasePage(PurchaseDesk desk, SupplierDesk suppliers, ProcessView processes, ChangeFeed feed, Clock clock) {
        this.desk = desk;
        this.suppliers = suppliers;
        this.processes = processes;
        this.feed = feed;
        this.clock = clock;
        addClassName("k-page");
        head.addClassName("k-head");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var no = event.getRouteParameters().get(PurchaseNavigation.NO).orElse("");
        var view = desk.view(actor, no);
        var order = view.row().purchase().order().value();
        var act = new PurchaseActPanel(desk, actor, no, () -> show(no));
        var process = new ProcessPanel(processes, clock, actor, order);
        var middle = new Div(Parts.sheet(t("purchase.calls"), calls), Parts.sheet(t("desk.process"), process));
        middle.addClassName("k-stack");
        var columns = new Div(facts, middle, Parts.sheet(t("purchase.whatToDo"), act));
        columns.addClassNames("k-case", "k-decide", "k-purchase");
        removeAll();
        add(head, columns);
        show(no);
        feed.follow(columns, "order", order, Long.MIN_VALUE, () -> {
            show(no);
            act.refresh();
        });
        feed.follow(columns, "process", order, Long.MIN_VALUE, process::refresh);
    }

    private void show(String no) {
        var view = desk.view(actor, no);
        var row = view.row();
        head.removeAll();
        head.add(
                new H1(t("purchase.title", row.purchase().supplierName())),
                PurchaseWords.badge(row.purchase().state()),
                new RouterLink(t("task.back"), PurchasesView.class));
        facts.removeAll();
        facts.add(Parts.sheet(t("desk.facts"), facts(row, view.open())));
        calls.removeAll();
        var filter = new CallFilter(null, no, false);
        calls.add(new PurchaseCallsPanel(
                suppliers,
                actor,
                suppliers.calls(actor, filter, PageRequest.first(LATEST_CALLS)).rows()));
    }

    private Div facts(DeskRow row, int open) {
        var purchase = row.purchase();
        var now = clock.instant();
        var list = Parts.facts();
        Parts.fact(list, t("purchases.no"), Parts.code(purchase.purchaseNo()));
        var order = new Anchor(
                OrderNavigation.deskOrder(purchase.order().value()),
                purchase.order().value());
        Parts.fact(list, t("desk.order.no"), order);
        Parts.fact(list, t("purchase.line"), String.valueOf(purchase.line()));
        Parts.fact(list, t("purchase.goods"), Texts.either(row.nameZh(), row.nameEn()));
        Parts.fact(list, t("purchases.supplier"), purchase.supplierName() + " · " + purchase.supplierSku());
        Parts.fact(list, t("purchase.quantity"), t("purchase.quantity.open", purchase.quantity(), open));
        Parts.fact(list, t("purchases.cost"), PurchaseWords.cost(purchase));
        if (purchase.supplierOrderNo() != null)
            Parts.fact(list, t("purchase.theirNo"), Parts.code(purchase.supplierOrderNo()));
        Parts.fact(list, t("purchase.why"), PurchaseWords.why(row));
        Parts.fact(list, t("purchase.since"), Formats.moment(row.since()) + " · " + PurchaseWords.age(row, now));
        Parts.fact(list, t("purchase.next"), PurchaseWords.nextTry(row, now));
        Parts.fact(list, t("purchase.asked"), t("purchase.asked.times", purchase.asked()));
        if (purchase.state().isOpen()) Parts.fact(list, t("purchase.decideAt"), Formats.moment(purchase.decideAt()));
        Parts.fact(list, t("purchase.buyer"), t("purchase.buyer." + buyer(row)));
        return new Div(list);
    }

    private static String buyer(DeskRow row) {
        if (!row.awaited()) return "over";
        return row.refundOffered() ? "offered" : "waits";
    }

    @Override
    public String getPageTitle() {
        return t("desk.purchaseDesk");
    }
}
