package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.supplier.DeskFilter;
import org.kameng.domain.supplier.DeskFilter.Look;
import org.kameng.domain.supplier.DeskRow;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.domain.supplier.SupplierRow;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** Purchases that need eyes: the unclear first, each with what the house would do. The list follows by itself. */
@Route(value = PurchaseNavigation.PURCHASES, layout = DeskLayout.class)
@Menu(title = "desk.nav.purchases", order = 1.2, icon = "vaadin:cart")
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class PurchasesView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient PurchaseDesk desk;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Span counts = new Span();
    private final Select<Look> look = new Select<>();
    private final Select<Age> age = new Select<>();
    private final ComboBox<SupplierRow> supplier = new ComboBox<>(t("supplier.name"));
    private final TextField number = new TextField(t("tasks.number"));
    private final Grid<DeskRow> grid = new Grid<>();

    PurchasesView(PurchaseDesk desk, SupplierDesk suppliers, ChangeFeed feed, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        addClassName("k-page");
        counts.addClassName("k-quiet");
        counts.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("desk.purchaseDesk")), counts);
        head.addClassName("k-head");
        var why = new Paragraph(t("purchase.desk.why"));
        why.addClassName("k-quiet");
        supplier.setItems(suppliers.suppliers(actor));
        table();
        add(head, why, filters(), grid);
        feed.follow(this, "purchases", "all", Long.MIN_VALUE, this::refresh);
    }

    private Div filters() {
        look.setLabel(t("purchase.look"));
        look.setItems(Look.values());
        look.setItemLabelGenerator(value -> t("purchase.look", value));
        look.setValue(Look.ALL);
        look.setId("look");
        age.setLabel(t("purchase.age"));
        age.setItems(Age.values());
        age.setItemLabelGenerator(value -> t("purchase.age", value));
        age.setValue(Age.ANY);
        supplier.setItemLabelGenerator(SupplierRow::name);
        supplier.setClearButtonVisible(true);
        number.setClearButtonVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        look.addValueChangeListener(change -> read());
        age.addValueChangeListener(change -> read());
        supplier.addValueChangeListener(change -> read());
        number.addValueChangeListener(change -> read());
        var bar = new Div(look, supplier, age, number);
        bar.addClassName("k-filters");
        bar.getElement().setAttribute("role", "search");
        return bar;
    }

    private void table() {
        column(this::state, "purchases.state", 150);
        column(this::advice, "purchase.advice", 240);
        column(this::time, "purchase.time", 150);
        column(PurchasesView::number, "purchases.no", 200);
        column(PurchasesView::goods, "purchase.goods", 220);
        grid.setPageSize(Pages.SIZE);
        grid.addClassNames("k-grid", "k-grid-words");
        grid.setAriaLabel(t("desk.purchaseDesk"));
        grid.setEmptyStateText(t("purchase.none"));
        grid.addItemDoubleClickListener(click -> UI.getCurrent()
                .navigate(PurchaseNavigation.purchase(click.getItem().purchase().purchaseNo())));
    }

    /** Wide enough to read on a phone, where the rest is scrolled to. */
    private void column(ValueProvider<DeskRow, ? extends Component> cell, String key, int width) {
        grid.addComponentColumn(cell::apply)
                .setHeader(t(key))
                .setWidth(width + "px")
                .setFlexGrow(width);
    }

    private Div state(DeskRow row) {
        return Parts.twoLines(PurchaseWords.badge(row.purchase().state()), PurchaseWords.why(row));
    }

    private Div advice(DeskRow row) {
        var address = PurchaseNavigation.purchase(row.purchase().purchaseNo());
        var advice = row.advice();
        var box = advice == null
                ? Parts.twoLines(new Anchor(address, t("purchase.open")), "")
                : Parts.twoLines(new Anchor(address, t("purchase.act", advice.act())), t("advice.why", advice.why()));
        var proposer = row.proposedBy();
        if (proposer != null)
            box.addComponentAsFirst(new Div(Parts.badge(t("purchase.proposedBy", proposer), Tone.WAIT)));
        return box;
    }

    private Div time(DeskRow row) {
        var now = clock.instant();
        return Parts.twoLines(new Span(PurchaseWords.age(row, now)), PurchaseWords.nextTry(row, now));
    }

    private static Div number(DeskRow row) {
        var purchase = row.purchase();
        return Parts.twoLines(
                Parts.code(purchase.purchaseNo()), t("purchase.orderLine", purchase.order(), purchase.line()));
    }

    private static Div goods(DeskRow row) {
        var purchase = row.purchase();
        return Parts.twoLines(
                new Span(t("purchase.times", Texts.either(row.nameZh(), row.nameEn()), purchase.quantity())),
                purchase.supplierName() + " · " + purchase.supplierSku() + " · " + PurchaseWords.cost(purchase));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var asked = address.getSingleParameter("look").orElse("");
        Arrays.stream(Look.values())
                .filter(value -> value.name().equals(asked))
                .findFirst()
                .ifPresent(look::setValue);
        number.setValue(address.getSingleParameter("no").orElse(""));
        read();
    }

    private void read() {
        var chosen = supplier.getValue();
        var filter = new DeskFilter(
                look.getValue(),
                chosen == null ? null : chosen.id(),
                age.getValue().least(),
                number.getValue());
        grid.setItems(wanted -> Pages.stream(wanted, page -> desk.list(actor, filter, page)));
        count();
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        count();
    }

    private void count() {
        var now = desk.count(actor);
        counts.setText(
                t("purchase.counts", now.unknown(), now.badGoods(), now.pending(), now.partial(), now.proposed()));
    }

    @Override
    public String getPageTitle() {
        return t("desk.purchaseDesk");
    }
}
