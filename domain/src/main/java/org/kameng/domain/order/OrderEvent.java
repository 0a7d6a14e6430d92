package org.kameng.domain.order;

import java.time.Instant;

/** A fact of an order's life for its tracker, oldest first; {@code detail} holds no secret. */
public record OrderEvent(Kind kind, Instant at, String detail) {
    /** What happened. */
    public enum Kind {
        PLACED,
        CANCEL_REQUESTED,
        PAID,
        HELD,
        RELEASED,
        DELIVERED,
        REFUND_REQUESTED,
        REFUNDED,
        CLOSED
    }
}
