package org.kameng.domain.order;

/**
 * What delivery from stock did, or what has become of the order since. While units are open they may be bought; with
 * {@code missing > 0} the order waits for the refund of that part.
 */
public record DeliveryResult(OrderState state, int delivered, int missing, int open) {}
