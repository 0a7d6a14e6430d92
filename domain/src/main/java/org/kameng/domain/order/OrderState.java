package org.kameng.domain.order;

/** Where an order stands. A refund that fails is a fact of the refund; its order stays REFUNDING. */
public enum OrderState {
    AWAITING_PAYMENT,
    PAID,
    ON_HOLD,
    DELIVERED,
    REFUNDING,
    REFUNDED,
    CLOSED;

    /** No process will move it any more. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, REFUNDED, CLOSED -> true;
            case AWAITING_PAYMENT, PAID, ON_HOLD, REFUNDING -> false;
        };
    }
}
