package org.kameng.domain.stock;

/** Where a recall stands; texts in bundles under {@code recall.state.<STATE>}. */
public enum RecallState {
    /** Cards are being taken out. */
    LOCKING,
    /** No card of it can be sold any more; cards were sold before, so a second person has to decide. */
    LOCKED,
    /** Called back. */
    DONE,
    /** The second person lifted it: unsold cards are back in stock. */
    LIFTED
}
