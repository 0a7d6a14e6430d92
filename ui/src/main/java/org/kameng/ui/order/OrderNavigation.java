package org.kameng.ui.order;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;

/** Addresses of buying and of orders. An address names an order, it never opens anything by itself. */
public final class OrderNavigation {
    public static final String CHECKOUT = "checkout";
    public static final String OFFER = "offer";
    public static final String PAY = "pay/:no";
    public static final String ORDERS = "orders";
    public static final String ORDER = "orders/:no";
    public static final String DESK_ORDERS = "desk/orders";
    public static final String DESK_ORDER = "desk/orders/:no";
    /** From a text message. The token is a handle: behind it stands the phone. */
    public static final String LINK = "o/:token";

    static final String NO = "no";
    static final String TOKEN = "token";

    private OrderNavigation() {}

    public static String payment(OrderNo no) {
        return "pay/" + no.value();
    }

    public static String order(OrderNo no) {
        return "orders/" + no.value();
    }

    public static String deskOrder(String no) {
        return "desk/orders/" + no;
    }

    /** The list of the orders that begin like the text; a text that begins no order number is left out of the address. */
    public static QueryParameters beginningLike(String text) {
        return new OrderQuery(text, Set.of(), null, null, Set.of()).address();
    }

    /** The order an address names; a mistyped one is not there. */
    static OrderNo no(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get(NO).orElse("");
        if (!text.matches("[0-9A-Za-z]{1,32}")) throw new DomainException(ErrorCode.NOT_FOUND);
        return new OrderNo(text);
    }

    static void go(String path) {
        UI.getCurrent().navigate(path);
    }
}
