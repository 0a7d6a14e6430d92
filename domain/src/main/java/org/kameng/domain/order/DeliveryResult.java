package org.kameng.domain.order;

/**
 * What delivery did, or what it had done before. With {@code missing > 0} the order waits for the refund of that part.
 */
public record DeliveryResult(OrderState state, int delivered, int missing) {}
