package org.kameng.domain.order;

import java.time.Duration;
import java.time.Instant;

/** The shop's own limits. */
final class OrderRules {
    static final Duration PAYMENT_TIME = Duration.ofMinutes(15);
    static final int UNPAID_PER_ACCOUNT = 3;
    static final int UNPAID_PER_DEVICE = 6;
    static final int GUEST_ORDERS_PER_HOUR = 30;
    /** How long after its deadline an unpaid order keeps its cards, for payments under way and engines that are down. */
    static final Duration RESERVATION_GRACE = Duration.ofMinutes(10);

    static final int MAX_REQUEST_ID = 64;

    private OrderRules() {}

    static Instant paymentDeadline(Instant placedAt) {
        return placedAt.plus(PAYMENT_TIME);
    }
}
