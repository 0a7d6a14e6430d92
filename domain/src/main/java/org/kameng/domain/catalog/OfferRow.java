package org.kameng.domain.catalog;

import org.kameng.domain.shared.Money;

/**
 * One SKU as one seller offers it, with what a buyer must be able to read before buying.
 *
 * @param promiseDays a card has at least so many days of life when it is bought; 0 promises nothing
 */
public record OfferRow(
        SkuId sku,
        SkuKind kind,
        SellerId seller,
        String sellerName,
        String nameZh,
        String nameEn,
        Money face,
        Money price,
        int stock,
        String refundPolicyZh,
        String refundPolicyEn,
        String guideZh,
        String guideEn,
        String region,
        String activationLimitZh,
        String activationLimitEn,
        int promiseDays,
        int maxPerOrder,
        String productSlug) {
    /** What an unlimited source counts as. */
    public static final int PLENTY = 999;
}
