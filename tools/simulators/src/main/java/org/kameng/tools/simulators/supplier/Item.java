package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivered card. Its text is made anew from SKU and serial whenever it is sent; the journal holds only the digest.
 *
 * @param sku whose card it is, which a fault makes another than the ordered one
 * @param sha256 of the normalised number, for the checker
 * @param sealedFor the order that it is sealed for, which a fault makes another one
 */
public record Item(
        int seq,
        String sku,
        long serial,
        String sha256,
        Fault fault,
        String sealedFor,
        @Nullable Instant expiresAt,
        Redeem redeem,
        @Nullable Instant usedAt) {

    /** What a knob did to it. */
    public enum Fault {
        NONE,
        WRONG_SKU,
        TWICE,
        FOREIGN,
        BAD_TAG
    }

    /** What became of it at the rights holder. */
    public enum Redeem {
        UNUSED,
        USED,
        VOIDED
    }

    Item with(Redeem state, @Nullable Instant at) {
        return new Item(seq, sku, serial, sha256, fault, sealedFor, expiresAt, state, at);
    }
}
