package org.kameng.domain.supplier;

/** Why goods are kept back: each is a case for staff by name, none is ever delivered. */
public enum BadGoods {
    /** The answer speaks of another SKU than we bought. */
    WRONG_SKU,
    /** The tag does not fit number, order or SKU: altered, or somebody else's card. */
    BAD_TAG,
    UNREADABLE,
    /** The same card twice in one answer. */
    SAME_CARD_TWICE,
    /** A card the vault holds already, whoever it was sold to. */
    KNOWN_CARD,
    EXPIRED,
    /** More units than were bought or are said to be delivered: some of them are not ours. */
    MORE_THAN_SAID,
    /** Fewer units than the supplier says it delivered, or a charge for fewer. */
    LESS_THAN_SAID,
    /** The supplier charged more than it was allowed to. */
    COST_ABOVE_MAX
}
