package org.kameng.domain.supplier;

/** How a supplier is spoken to; each has one adapter. */
public enum Protocol {
    /** Our own KSP/1. */
    KSP,
    /** The style of 福禄: one gateway address, MD5 over sorted characters, AES-ECB secrets. */
    FULU,
    /** The style of the 闲管家 goods source standard: MD5 over ids and body, plain secrets. */
    GOOFISH;

    /** Whether a supplier can be asked in this protocol to take a purchase back, and to prove why it does not. */
    public boolean cancels() {
        return switch (this) {
            case KSP -> true;
            case FULU, GOOFISH -> false;
        };
    }
}
