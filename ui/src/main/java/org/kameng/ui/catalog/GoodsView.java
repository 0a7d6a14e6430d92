package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.CategoryData;
import org.kameng.domain.catalog.GoodsRow;
import org.kameng.domain.catalog.SellerRow;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** All products, read a page at a time while one scrolls; the filter stands in the address. */
@Route(value = CatalogNavigation.GOODS, layout = DeskLayout.class)
@Menu(title = "desk.nav.goods", order = 4, icon = "vaadin:package")
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class GoodsView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_MILLIS = 400;

    private final transient CatalogDesk desk;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<GoodsRow> grid = new Grid<>();
    private final Span found = new Span();
    private final TextField text = new TextField(t("goods.filter.text"));
    private final ComboBox<CategoryData> category = new ComboBox<>(t("goods.category"));
    private final ComboBox<SellerRow> seller = new ComboBox<>(t("goods.seller"));
    private final ComboBox<Boolean> onSale = new ComboBox<>(t("goods.sale"));

    GoodsView(CatalogDesk desk) {
        this.desk = desk;
        addClassName("k-page");
        found.addClassName("k-quiet");
        found.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("desk.goods")), found, new Anchor(CatalogNavigation.SHELVES, t("goods.shelves")));
        head.addClassName("k-head");
        if (actor.has(Role.OPERATOR)) {
            head.add(new Anchor(CatalogNavigation.newProduct(), t("goods.add")));
        }
        add(head, filters());
        table();
        add(grid);
    }

    private Div filters() {
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PATIENCE_MILLIS);
        category.setItems(desk.categories(actor));
        category.setItemLabelGenerator(row -> Texts.either(row.nameZh(), row.nameEn()));
        seller.setItems(desk.sellers(actor));
        seller.setItemLabelGenerator(SellerRow::name);
        onSale.setItems(List.of(true, false));
        onSale.setItemLabelGenerator(yes -> t(yes ? "goods.isOnSale" : "goods.isOffSale"));
        List.of(category, seller, onSale).forEach(field -> field.setClearButtonVisible(true));
        text.addValueChangeListener(change -> open(change.isFromClient()));
        category.addValueChangeListener(change -> open(change.isFromClient()));
        seller.addValueChangeListener(change -> open(change.isFromClient()));
        onSale.addValueChangeListener(change -> open(change.isFromClient()));
        var bar = new Div(text, category, seller, onSale);
        bar.addClassName("k-filters");
        bar.getElement().setAttribute("role", "search");
        return bar;
    }

    private void open(boolean byPerson) {
        if (byPerson) {
            var shelf = category.getValue();
            var firm = seller.getValue();
            var query = new GoodsQuery(
                    text.getValue(),
                    shelf == null ? null : shelf.code(),
                    firm == null ? null : firm.id().value(),
                    onSale.getValue());
            UI.getCurrent().navigate(CatalogNavigation.GOODS, query.address());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = GoodsQuery.of(event.getLocation().getQueryParameters());
        text.setValue(query.text());
        category.setValue(desk.categories(actor).stream()
                .filter(row -> row.code().equals(query.category()))
                .findFirst()
                .orElse(null));
        seller.setValue(desk.sellers(actor).stream()
                .filter(row -> row.id().value().equals(query.seller()))
                .findFirst()
                .orElse(null));
        onSale.setValue(query.onSale());
        var filter = query.filter();
        grid.setItems(wanted -> Pages.stream(wanted, page -> desk.find(actor, filter, page)), wanted -> {
            var count = desk.count(actor, filter);
            found.setText(t("goods.found", count));
            return count;
        });
    }

    private void table() {
        grid.addComponentColumn(GoodsView::link)
                .setHeader(t("goods.name"))
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addColumn(row -> Texts.either(row.categoryZh(), row.categoryEn()))
                .setHeader(t("goods.category"))
                .setAutoWidth(true);
        grid.addComponentColumn(row -> Parts.badge(
                        t(row.onSale() ? "goods.isOnSale" : "goods.isOffSale"), row.onSale() ? Tone.OK : Tone.PLAIN))
                .setHeader(t("goods.sale"))
                .setAutoWidth(true);
        grid.addColumn(GoodsRow::skus)
                .setHeader(t("goods.skus"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.addColumn(row -> t("goods.offersOnSale", row.offersOnSale(), row.offers()))
                .setHeader(t("goods.offers"))
                .setAutoWidth(true);
        grid.addColumn(row -> row.from() == null ? "–" : Formats.money(row.from()))
                .setHeader(t("goods.from"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.goods"));
        grid.setEmptyStateText(t("goods.none"));
    }

    private static Anchor link(GoodsRow row) {
        return new Anchor(CatalogNavigation.product(row.id()), Texts.either(row.nameZh(), row.nameEn()));
    }

    @Override
    public String getPageTitle() {
        return t("desk.goods");
    }
}
