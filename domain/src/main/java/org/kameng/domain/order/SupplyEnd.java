package org.kameng.domain.order;

/** Why nothing more is bought for an order; the first reason stays. */
public enum SupplyEnd {
    SUPPLIED,
    /** No source of the seller is left that could give it. */
    NO_SOURCE,
    /** The buyer took the money instead of waiting. */
    REFUND_ACCEPTED,
    /** A person of the platform decided so, or did not decide in time. */
    DECIDED,
    /** The buyer did not correct the account of a top-up. */
    ACCOUNT_NOT_CORRECTED,
    /** Money went back for another reason. */
    REFUNDED
}
