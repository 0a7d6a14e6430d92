package org.kameng.ui.stock;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.stock.StockFilter;
import org.kameng.domain.stock.StockFilter.Look;
import org.kameng.domain.stock.StockMeter;
import org.kameng.domain.stock.StockRow;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** Every offer's stock from all sides, with the reason for each difference; filter in the address. */
@Route(value = "desk/stock", layout = DeskLayout.class)
@Menu(title = "desk.nav.stock", order = 6, icon = "vaadin:scale")
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class StockView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_MILLIS = 400;

    private final transient StockMeter meter;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<StockRow> grid = new Grid<>();
    private final Span alerts = new Span();
    private final TextField text = new TextField(t("stock.filter.text"));
    private final ComboBox<Look> look = new ComboBox<>(t("stock.look"));

    StockView(StockMeter meter, Clock clock) {
        this.meter = meter;
        this.clock = clock;
        addClassName("k-page");
        alerts.setId("alerts");
        alerts.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("desk.stock")), alerts);
        head.addClassName("k-head");
        var why = new Paragraph(t("stock.why"));
        why.addClassName("k-quiet");
        add(head, why, filters());
        table();
        add(grid);
    }

    private Div filters() {
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PATIENCE_MILLIS);
        look.setItems(Look.values());
        look.setItemLabelGenerator(value -> t("stock.look", value));
        text.addValueChangeListener(change -> open(change.isFromClient()));
        look.addValueChangeListener(change -> open(change.isFromClient()));
        var bar = new Div(text, look);
        bar.addClassName("k-filters");
        bar.getElement().setAttribute("role", "search");
        return bar;
    }

    private void open(boolean byPerson) {
        if (byPerson) {
            var chosen = look.getValue() == null ? Look.ALL : look.getValue();
            UI.getCurrent()
                    .navigate(
                            "desk/stock",
                            QueryParameters.simple(Map.of("q", text.getValue().strip(), "look", chosen.name())));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getQueryParameters();
        var wanted = address.getSingleParameter("look").orElse(Look.ALL.name());
        var chosen = Arrays.stream(Look.values())
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElse(Look.ALL);
        text.setValue(address.getSingleParameter("q").orElse(""));
        look.setValue(chosen);
        var filter = new StockFilter(text.getValue(), chosen);
        var open = meter.alerts(actor);
        alerts.setText(t("stock.alerts", open.low(), open.atRisk(), open.drift()));
        grid.setItems(query -> Pages.stream(query, page -> meter.read(actor, filter, page)));
    }

    private void table() {
        column(StockView::offer, "stock.offer", 220);
        column(StockWords::ledger, "stock.ledger", 200);
        column(StockWords::shown, "stock.shown", 130);
        column(StockWords::difference, "stock.difference", 200);
        column(row -> StockWords.supplied(row, clock.instant()), "stock.supplied", 150);
        column(StockWords::forecast, "stock.forecast", 220);
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.stock"));
        grid.setEmptyStateText(t("stock.none"));
    }

    /** Wide enough to read on a phone, where the rest is scrolled to. */
    private void column(ValueProvider<StockRow, Div> cell, String key, int width) {
        grid.addComponentColumn(cell).setHeader(t(key)).setWidth(width + "px").setFlexGrow(width);
    }

    private static Div offer(StockRow row) {
        var name = new Span(Texts.either(row.nameZh(), row.nameEn()));
        var who = new Span(row.offer().sku().value() + " · " + row.sellerName());
        who.addClassName("k-quiet");
        var cell = new Div(name, who);
        cell.addClassName("k-cell");
        if (row.lowSince() != null) {
            cell.add(Parts.badge(t("stock.low", row.threshold()), Parts.Tone.BAD));
        }
        return cell;
    }

    @Override
    public String getPageTitle() {
        return t("desk.stock");
    }
}
