package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.order.OrderRow;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.SavedViews;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** All orders, read a page at a time while one scrolls. Filter and columns stand in the address. */
@Route(value = OrderNavigation.DESK_ORDERS, layout = DeskLayout.class)
@Menu(title = "desk.nav.orders", order = 2, icon = "vaadin:list-ul")
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
class DeskOrdersView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Role[] MAY_SEARCH = {
        Role.SUPPORT_AGENT, Role.ARBITRATOR, Role.FINANCE, Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_LEAD
    };
    private final transient OrderService orders;
    private final transient AccountService accounts;
    private final transient Actor actor = CurrentActor.get();
    private final transient OrderColumns words = new OrderColumns();
    private final Grid<OrderRow> grid = new Grid<>();
    private final OrderFilterBar bar;
    private final ViewMenu views;
    private final MenuBar columns = new MenuBar();
    private final Span found = new Span();
    private volatile OrderQuery query = new OrderQuery("", Set.of(), null, null, Set.of());
    /** Whose orders are asked for, of nobody when the phone is nobody's; stays on this page and leaves with it. */
    private volatile @Nullable Set<AccountId> buyers;

    DeskOrdersView(OrderService orders, AccountService accounts, SavedViews saved) {
        this.orders = orders;
        this.accounts = accounts;
        bar = new OrderFilterBar(this::open, actor.has(MAY_SEARCH) ? this::ofPhone : null);
        views = new ViewMenu(saved, actor, () -> query, this::open);
        addClassName("k-page");
        found.addClassName("k-quiet");
        found.getElement().setAttribute("role", "status");
        columns.addThemeVariants(MenuBarVariant.SMALL);
        var files = new OrderFiles(orders, actor, words, this::wanted);
        var head = new Div(new H1(t("desk.orders")), found, files, views, columns);
        head.addClassName("k-head");
        table();
        add(head, bar, grid);
    }

    private void table() {
        grid.addComponentColumn(DeskOrdersView::link)
                .setKey("no")
                .setFlexGrow(0)
                .setAutoWidth(true);
        grid.addComponentColumn(row -> OrderWords.badge(row.state()))
                .setKey("state")
                .setFlexGrow(0)
                .setAutoWidth(true);
        grid.addColumn(row -> Texts.either(row.nameZh(), row.nameEn())).setKey("name");
        grid.addColumn(OrderRow::quantity).setKey("quantity").setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
        grid.addColumn(row -> Formats.money(row.amount()))
                .setKey("amount")
                .setFlexGrow(0)
                .setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(OrderRow::sellerName).setKey("seller");
        grid.addColumn(OrderRow::maskedBuyer).setKey("buyer").setFlexGrow(0).setAutoWidth(true);
        grid.addColumn(row -> Formats.moment(row.placedAt()))
                .setKey("placedAt")
                .setFlexGrow(0)
                .setAutoWidth(true);
        OrderColumns.KEYS.forEach(
                key -> grid.getColumnByKey(key).setHeader(words.title(key)).setResizable(true));
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.orders"));
        grid.setEmptyStateText(t("orders.empty"));
        grid.addItemDoubleClickListener(click -> OrderNavigation.go(
                OrderNavigation.deskOrder(click.getItem().no().value())));
    }

    private static Anchor link(OrderRow row) {
        var link =
                new Anchor(OrderNavigation.deskOrder(row.no().value()), row.no().value());
        link.addClassName("k-code");
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = OrderQuery.of(event.getLocation().getQueryParameters());
        bar.show(query);
        OrderColumns.KEYS.forEach(
                key -> grid.getColumnByKey(key).setVisible(!query.hidden().contains(key)));
        choice();
        grid.setItems(this::read, this::count);
    }

    private OrderFiles.Wanted wanted() {
        var shown = OrderColumns.KEYS.stream()
                .filter(key -> !query.hidden().contains(key))
                .toList();
        return new OrderFiles.Wanted(query.filter(buyers), shown);
    }

    private void ofPhone(String phone) {
        try {
            buyers = phone.isBlank() ? null : accounts.findByPhone(actor, phone);
            bar.phoneProblem(buyers != null && buyers.isEmpty() ? t("orders.filter.phone.none") : null);
        } catch (DomainException refusal) {
            bar.phoneProblem(Texts.refusal(refusal));
            buyers = Set.of();
        }
        grid.getDataProvider().refreshAll();
    }

    private Stream<OrderRow> read(Query<OrderRow, Void> wanted) {
        return Pages.stream(wanted, page -> orders.find(actor, query.filter(buyers), page));
    }

    private int count(Query<OrderRow, Void> wanted) {
        int count = orders.count(actor, query.filter(buyers));
        found.setText(t("orders.found", count));
        return count;
    }

    private void choice() {
        columns.removeAll();
        MenuItem menu = columns.addItem(t("orders.columns"));
        OrderColumns.KEYS.stream().skip(1).forEach(key -> {
            var item = menu.getSubMenu().addItem(words.title(key));
            item.setCheckable(true);
            item.setChecked(!query.hidden().contains(key));
            item.addClickListener(click -> toggle(key, item.isChecked()));
        });
    }

    private void toggle(String key, boolean shown) {
        var hidden = new TreeSet<>(query.hidden());
        if (shown) {
            hidden.remove(key);
        } else {
            hidden.add(key);
        }
        open(query.withHidden(hidden));
    }

    private void open(OrderQuery next) {
        UI.getCurrent().navigate(OrderNavigation.DESK_ORDERS, next.address());
    }

    @Override
    public String getPageTitle() {
        return t("desk.orders");
    }
}
