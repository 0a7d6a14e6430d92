package org.kameng.workers.supplier;

/** What a supplier's endpoint has to do before anybody may sell from it; the order is the order of the report. */
public enum Rule {
    /** The balance is told. */
    BALANCE,
    /** The list ends, names every product once, and each can be read. */
    LIST,
    /** One product by itself is the product of the list. */
    PRODUCT,
    /** A product that does not exist is said not to exist. */
    NO_PRODUCT,
    /** A number that was never used is said to be unknown, not failed. */
    NO_ORDER,
    /** A signature under another secret is refused. */
    WRONG_SECRET,
    /** A signature of 301 seconds ago is refused. */
    OLD_TIME,
    /** The same signed request a second time is refused, where requests carry a nonce. */
    REPLAY,
    /** A purchase ends, with the right product and a card that opens. */
    PURCHASE,
    /** The same request again is the same purchase with the same answer. */
    SAME_AGAIN,
    /** The same number for something else is a conflict. */
    CONFLICT,
    /** The balance falls by exactly what the purchases say they cost. */
    CHARGE,
    /** A purchase above the given limit is refused and costs nothing. */
    PRICE_LIMIT,
    /** Two units are two different cards. */
    DISTINCT,
    /** A top-up of a malformed account is refused as such. */
    BAD_ACCOUNT,
    /** Every answer came whole and in time. */
    SPEED
}
