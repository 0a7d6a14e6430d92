package org.kameng.domain.ledger;

/** The names of the accounts that mirror the institution's. */
public final class Accounts {
    public static final String BUYER_CLEARING = "BUYER_CLEARING";
    public static final String COMMISSION = "COMMISSION";
    public static final String CHANNEL_FEE = "CHANNEL_FEE";
    /** What a person paid back on another road than the channel. */
    public static final String PAID_BY_HAND = "PAID_BY_HAND";

    public static final String SUSPENSE = "SUSPENSE";

    private Accounts() {}

    /** The frozen share of a seller. */
    public static String supplierFrozen(String seller) {
        return "SUPPLIER_FROZEN:" + seller;
    }
}
