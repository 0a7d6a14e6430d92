package org.kameng.domain.order;

import org.kameng.domain.shared.OrderNo;

/** The contexts under which an order's personal facts are sealed. */
final class OrderSeals {
    private OrderSeals() {}

    static String ip(OrderNo no) {
        return "orders|ip|" + no;
    }

    static String device(OrderNo no) {
        return "orders|device|" + no;
    }

    static String account(OrderNo no, int line, int round) {
        return "order_account|fields|" + no + "|" + line + "|" + round;
    }
}
