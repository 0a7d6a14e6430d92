package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kameng.domain.order.OrderRow;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** The customer's own orders, newest first, a page at a time. */
@Route(value = OrderNavigation.ORDERS, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.GUEST, Roles.DISTRIBUTOR})
class MyOrdersView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient OrderService orders;
    private final transient ChangeFeed feed;
    private final transient Actor actor = CurrentActor.get();
    private final UnorderedList list = new UnorderedList();
    private final Button more = Parts.quiet(t("list.more"), this::load);
    private int shown;

    MyOrdersView(OrderService orders, ChangeFeed feed) {
        this.orders = orders;
        this.feed = feed;
        addClassName("k-narrow");
        list.addClassName("k-cards");
        add(new H1(t("nav.orders")), list, more);
        load();
        if (shown == 0) {
            list.setVisible(false);
            add(Parts.empty(t("orders.none"), ShopLink.back()));
        }
    }

    private void load() {
        var slice = orders.ofCustomer(actor, new PageRequest(shown, PAGE));
        slice.rows().forEach(row -> list.add(item(row)));
        shown += slice.rows().size();
        more.setVisible(slice.more());
    }

    private ListItem item(OrderRow row) {
        var name =
                new H2(Texts.either(row.nameZh(), row.nameEn()) + (row.quantity() > 1 ? " × " + row.quantity() : ""));
        var state = new Div(OrderWords.badge(row.state()));
        var amount = new Span(Formats.money(row.amount()));
        amount.addClassNames("k-price", "k-num");
        var when = new Span(Formats.moment(row.placedAt()));
        when.addClassNames("k-quiet", "k-num");
        var link = new Anchor(OrderNavigation.order(row.no()), new Div(name, state), new Div(when, amount));
        link.addClassName("k-card-link");
        feed.follow(link, "order", row.no().value(), row.version(), () -> {
            state.removeAll();
            state.add(OrderWords.badge(orders.view(actor, row.no()).state()));
        });
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return t("nav.orders");
    }
}
