package org.kameng.domain.catalog;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** The terms an order freezes; {@code priceVersion} rises with every change of the price, {@code commissionBp} is in 1/10000. */
public record OfferTerms(
        SkuId sku,
        SkuKind kind,
        SellerId seller,
        String subMchid,
        @Nullable String smid,
        String nameZh,
        String nameEn,
        Money face,
        Money price,
        long priceVersion,
        int commissionBp,
        int maxPerOrder,
        int businessMaxPerOrder) {
    /** The largest amount that every channel can name: WeChat counts fen in 32 bits. */
    private static final long MOST_FEN = Integer.MAX_VALUE;

    /** How many units one order may hold. */
    public int most(boolean business) {
        return (int) Math.min(business ? businessMaxPerOrder : maxPerOrder, MOST_FEN / price.fen());
    }
}
