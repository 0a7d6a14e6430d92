package org.kameng.domain.supplier;

/** Outbox topics of this feature; the process's receiver knows them. */
public final class PurchaseTopics {
    /** A purchase may have changed: ask. Key: the purchase number. */
    public static final String CHANGED = "purchase-changed";
    /** A purchase ended while its process was not the one to ask. Key: the purchase number. */
    public static final String SETTLED = "purchase-settled";
    /** An operator decided: what waits for that goes on. Key: the purchase number. */
    public static final String DECIDED = "purchase-decided";
    /** The buyer takes the money instead of waiting. Key: the order number. */
    public static final String REFUND_ACCEPTED = "purchase-refund-accepted";
    /** The buyer corrected the account of a top-up. Key: the order number. */
    public static final String ACCOUNT_CORRECTED = "purchase-account-corrected";

    private PurchaseTopics() {}
}
