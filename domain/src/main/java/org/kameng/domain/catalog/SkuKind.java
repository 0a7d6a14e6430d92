package org.kameng.domain.catalog;

/** How a unit reaches its buyer: as a card of ours, or DIRECT by a supplier, who tops up the account the buyer names. */
public enum SkuKind {
    CARD,
    DIRECT
}
