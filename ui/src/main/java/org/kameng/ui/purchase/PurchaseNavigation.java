package org.kameng.ui.purchase;

import org.kameng.domain.shared.OrderNo;

/** Addresses of the purchase desk. */
public final class PurchaseNavigation {
    public static final String PURCHASES = "desk/purchases";
    public static final String PURCHASE = "desk/purchases/:no";
    static final String NO = "no";

    private PurchaseNavigation() {}

    public static String purchase(String purchaseNo) {
        return PURCHASES + "/" + purchaseNo;
    }

    /** What of an order needs eyes. */
    public static String of(OrderNo order) {
        return PURCHASES + "?no=" + order.value();
    }
}
