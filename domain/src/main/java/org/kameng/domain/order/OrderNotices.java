package org.kameng.domain.order;

import org.kameng.domain.shared.OrderNo;

/** Job {@code notify-buyer}: writes the messages to the buyer into the outbox, once per order and occasion. */
public interface OrderNotices {
    /** "Your order is ready": a link that is only a handle. */
    void delivered(OrderNo no);

    /** "Your money comes back". */
    void refunded(OrderNo no);
}
