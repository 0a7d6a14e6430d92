package org.kameng.domain.catalog;

/** How a unit reaches its buyer. DIRECT (top-up of an account) is known to the model but nothing sells it yet. */
public enum SkuKind {
    CARD,
    DIRECT
}
