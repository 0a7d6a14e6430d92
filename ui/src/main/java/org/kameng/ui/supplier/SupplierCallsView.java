package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.supplier.CallRow;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.domain.supplier.SupplierDesk.CallFilter;
import org.kameng.domain.supplier.SupplierRow;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;

/** Every exchange with suppliers, masked as it is stored. Opening one is recorded. */
@Route(value = SupplierNavigation.DESK_CALLS, layout = DeskLayout.class)
@Menu(title = "desk.nav.calls", order = 5, icon = "vaadin:exchange")
@RolesAllowed({Roles.OPERATOR, Roles.SUPPORT_AGENT, Roles.ARBITRATOR, Roles.AUDITOR})
class SupplierCallsView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_MILLIS = 400;

    private final transient SupplierDesk desk;
    private final transient Actor actor = CurrentActor.get();
    private final ComboBox<SupplierRow> supplier = new ComboBox<>(t("supplier.name"));
    private final TextField purchase = new TextField(t("call.purchase"));
    private final Checkbox unclear = new Checkbox(t("call.unclearOnly"));
    private final Grid<CallRow> grid = new Grid<>();
    private final Div text = new Div();

    SupplierCallsView(SupplierDesk desk) {
        this.desk = desk;
        addClassName("k-page");
        text.addClassName("k-stack");
        text.getElement().setAttribute("aria-live", "polite");
        add(new H1(t("desk.calls")), filters(), table(), text);
    }

    private Div filters() {
        supplier.setItemLabelGenerator(SupplierRow::name);
        supplier.setClearButtonVisible(true);
        if (mayListSuppliers()) {
            supplier.setItems(desk.suppliers(actor));
        } else {
            supplier.setVisible(false);
        }
        purchase.setClearButtonVisible(true);
        purchase.setValueChangeMode(ValueChangeMode.LAZY);
        purchase.setValueChangeTimeout(PATIENCE_MILLIS);
        supplier.addValueChangeListener(change -> read());
        purchase.addValueChangeListener(change -> read());
        unclear.addValueChangeListener(change -> read());
        var bar = new Div(supplier, purchase, unclear);
        bar.addClassName("k-filters");
        bar.getElement().setAttribute("role", "search");
        return bar;
    }

    private boolean mayListSuppliers() {
        return actor.roles().stream().map(Enum::name).anyMatch(role -> !role.equals(Roles.ARBITRATOR));
    }

    private Grid<CallRow> table() {
        narrow(row -> new Span(Formats.moment(row.at())), "call.at");
        grid.addColumn(CallRow::supplierName).setHeader(t("supplier.name"));
        narrow(row -> new Span(t("call.operation." + row.operation())), "call.operation");
        narrow(row -> CallWords.outcome(row.outcome()), "call.outcome");
        narrow(row -> new Span(row.status() == 0 ? "–" : Integer.toString(row.status())), "call.status");
        narrow(row -> new Span(t("call.millis", row.took().toMillis())), "call.took");
        grid.addComponentColumn(row -> Parts.code(row.purchaseNo() == null ? "–" : row.purchaseNo()))
                .setHeader(t("call.purchase"));
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.calls"));
        grid.setEmptyStateText(t("call.none"));
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addSelectionListener(change -> change.getFirstSelectedItem().ifPresent(this::open));
        return grid;
    }

    private void narrow(ValueProvider<CallRow, Span> value, String key) {
        grid.addComponentColumn(value).setHeader(t(key)).setAutoWidth(true).setFlexGrow(0);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        purchase.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("purchase")
                .orElse(""));
        read();
    }

    private void read() {
        var chosen = supplier.getValue();
        var no = purchase.getValue().strip();
        var filter = new CallFilter(chosen == null ? null : chosen.id(), no.isEmpty() ? null : no, unclear.getValue());
        text.removeAll();
        grid.setItems(wanted -> Pages.stream(wanted, page -> desk.calls(actor, filter, page)));
    }

    private void open(CallRow row) {
        var said = desk.call(actor, row.id());
        text.removeAll();
        text.add(Parts.sheet(t("call.text", row.supplierName(), Formats.moment(row.at())), CallWords.text(said)));
        text.scrollIntoView();
    }

    @Override
    public String getPageTitle() {
        return t("desk.calls");
    }
}
