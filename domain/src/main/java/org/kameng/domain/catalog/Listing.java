package org.kameng.domain.catalog;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a buyer would read: a product, one of its SKUs and one offer of it, as far as they are written. */
public record Listing(
        ProductData product,
        @Nullable SkuData sku,
        @Nullable OfferData offer) {

    /** Every text by its field. */
    Map<ListingField, String> texts() {
        var texts = new EnumMap<ListingField, String>(ListingField.class);
        texts.put(ListingField.NAME_ZH, product.nameZh());
        texts.put(ListingField.NAME_EN, product.nameEn());
        texts.put(ListingField.ABOUT_ZH, product.aboutZh());
        texts.put(ListingField.ABOUT_EN, product.aboutEn());
        if (sku != null) {
            texts.put(ListingField.SKU_NAME_ZH, sku.nameZh());
            texts.put(ListingField.SKU_NAME_EN, sku.nameEn());
            texts.put(ListingField.LIMIT_ZH, sku.activationLimitZh());
            texts.put(ListingField.LIMIT_EN, sku.activationLimitEn());
            texts.put(ListingField.GUIDE_ZH, sku.guideZh());
            texts.put(ListingField.GUIDE_EN, sku.guideEn());
            texts.put(ListingField.REFUND_ZH, sku.refundPolicyZh());
            texts.put(ListingField.REFUND_EN, sku.refundPolicyEn());
        }
        return texts;
    }
}
