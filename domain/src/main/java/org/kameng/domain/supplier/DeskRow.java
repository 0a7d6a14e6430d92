package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;

/**
 * A purchase that needs eyes.
 *
 * @param awaited the order still waits for it; else what comes is the seller's stock
 * @param nextTry when the supplier is asked by itself; null when only a person moves it
 * @param otherSource another source could give it now
 * @param wantedBack the supplier is being asked to take it back
 * @param cancelRefused why it did not take it back; null when it was not asked or has not said
 * @param proposedBy who waits for a second person; null when nobody does
 * @param advice what the house would do; null when nothing is to be done any more
 */
public record DeskRow(
        PurchaseView purchase,
        Protocol protocol,
        boolean direct,
        SkuId sku,
        String nameZh,
        String nameEn,
        boolean awaited,
        boolean refundOffered,
        @Nullable Instant nextTry,
        boolean otherSource,
        boolean wantedBack,
        @Nullable String cancelRefused,
        @Nullable String proposedBy,
        @Nullable Advice advice) {
    /** Since when it is under way. */
    public Instant since() {
        var sent = purchase.sentAt();
        return sent == null ? purchase.intendedAt() : sent;
    }

    DeskRow advised(Instant now) {
        return new DeskRow(
                purchase,
                protocol,
                direct,
                sku,
                nameZh,
                nameEn,
                awaited,
                refundOffered,
                nextTry,
                otherSource,
                wantedBack,
                cancelRefused,
                proposedBy,
                Advice.of(this, now));
    }
}
