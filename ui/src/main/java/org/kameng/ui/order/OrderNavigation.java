package org.kameng.ui.order;

import com.vaadin.flow.component.UI;
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

    static void go(String path) {
        UI.getCurrent().navigate(path);
    }
}
