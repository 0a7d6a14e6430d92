package org.kameng.domain.catalog;

/** What is bought: a SKU at one of its sellers. */
public record OfferId(SkuId sku, SellerId seller) {
    @Override
    public String toString() {
        return sku + "@" + seller;
    }
}
