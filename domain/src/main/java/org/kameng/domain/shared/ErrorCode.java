package org.kameng.domain.shared;

/** Every refusal a person can meet; the text stands in the bundles under {@code error.<CODE>}. */
public enum ErrorCode {
    /** The actor may not do or see this; also answered for things of other people. */
    ACCESS_DENIED,
    /** No such thing, or none that this actor may know of. */
    NOT_FOUND,
    /** A value is malformed; argument: the field's name. */
    INVALID_INPUT,
    /** Someone else changed it in the meantime. */
    CONFLICT,
    /** Too many requests; argument: seconds until it is worth trying again. */
    RATE_LIMITED,
    /** Not a mainland mobile number. */
    PHONE_INVALID,
    /** The code is wrong, used, expired or was tried too often; which of them is not told. */
    CODE_WRONG,
    /** The owner of the phone already has an account. */
    ACCOUNT_EXISTS,
    /** Argument: the least number of characters. */
    PASSWORD_TOO_SHORT,
    /** Argument: the greatest number of characters. */
    PASSWORD_TOO_LONG,
    /** On the list of passwords that everybody tries first. */
    PASSWORD_TOO_COMMON,
    /** A staff log-in must be 3 to 40 small letters, digits, dots or hyphens. */
    LOGIN_INVALID,
    LOGIN_TAKEN,
    /** An account needs at least one role, staff accounts only staff roles. */
    ROLES_INVALID,
    /** Who decides on cases does not pay: FINANCE goes with neither SUPPORT_AGENT nor ARBITRATOR. */
    ROLES_APART,
    /** The person has not agreed that the shop may use the phone number, or agreed to older words. */
    CONSENT_NEEDED,
    /** Nobody disables the own account or changes the own roles. */
    NOT_ON_YOURSELF,
    /** A second person must confirm: neither who proposed it nor whom it concerns. */
    FOUR_EYES,
    /** Another proposal for this account waits for its second person. */
    CHANGE_WAITS,

    // orders, payments, cards
    /** This SKU is not sold by this seller now. */
    OFFER_NOT_ON_SALE,
    /** Argument: the greatest number of units in one order. */
    QUANTITY_INVALID,
    /** Nothing was ordered: the price is another than the buyer saw; argument: the new price of one, in yuan. */
    PRICE_CHANGED,
    /** The buyer has not confirmed that a revealed code cannot be returned, or confirmed older words. */
    NO_RETURN_NOT_CONFIRMED,
    /** Argument: how many unpaid orders one may have at a time. */
    TOO_MANY_UNPAID_ORDERS,
    /** The risk rules refused; the person is told how to appeal, never which rule. */
    ORDER_REFUSED,
    /** No such order link, or it has run out. */
    LINK_INVALID,
    /** What this guest bought belongs to an account now: log in there. */
    MOVED_TO_ACCOUNT,
    /** The seller is not paid through this channel. */
    CHANNEL_NOT_OFFERED,
    /** Staff must say why. */
    REASON_REQUIRED,
    /** What is kept for years must not hold a phone number in full. */
    PHONE_IN_TEXT,
    /** Argument: how many views of a list a person may keep. */
    TOO_MANY_VIEWS,

    // goods and stock
    /** Another product, SKU or shelf has this address or code. */
    NAME_TAKEN,
    /** The previewed file is no longer there, or another file was previewed since. */
    IMPORT_GONE,

    // top-ups and waiting for suppliers
    /** A field of the account to top up is missing or malformed; argument: the field's name. */
    ACCOUNT_FIELD_INVALID,
    /** The buyer has not agreed that the account is passed to the supplier, or agreed to older words. */
    ACCOUNT_CONSENT_MISSING,
    /** Nothing waits for a correction of the account any more. */
    ACCOUNT_NOT_ASKED,
    /** The supplier has refused as many accounts as a buyer may try; what is left is the refund. */
    ACCOUNT_REFUSED_TOO_OFTEN,
    /** No refund is on offer for this order, or it has moved on meanwhile. */
    REFUND_NOT_OFFERED,

    // the purchase desk
    /** What the person saw is not what would happen now: look at the new preview. */
    PREVIEW_STALE,
    /** Another proposal for this purchase waits for its second person. */
    PROPOSAL_WAITS,
    /** Purchases are decided at the purchase desk, where everybody sees what will happen. */
    DECIDE_AT_DESK
}
