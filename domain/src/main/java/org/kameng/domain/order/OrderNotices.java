package org.kameng.domain.order;

import org.kameng.domain.shared.OrderNo;

/** Writes the messages to the buyer into the outbox, once per order and occasion; joins a running transaction. */
public interface OrderNotices {
    /** "Your order is ready": a link that is only a handle. */
    void delivered(OrderNo no);

    /** "Your money comes back". */
    void refunded(OrderNo no);

    /** "It takes longer; you may have your money back." */
    void refundOffered(OrderNo no);

    /** "The account was refused; please correct it." Once per round. */
    void accountRefused(OrderNo no, int round);
}
