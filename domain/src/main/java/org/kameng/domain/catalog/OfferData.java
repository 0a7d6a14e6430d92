package org.kameng.domain.catalog;

import org.kameng.domain.shared.Money;

/** An offer as operators edit it; version 0 is not stored yet. {@code priceVersion} is raised by the store with each new price. */
public record OfferData(
        SkuId sku,
        SellerId seller,
        Money price,
        long priceVersion,
        int commissionBp,
        boolean onSale,
        int lowStock,
        long version)
        implements Goods {
    public OfferId id() {
        return new OfferId(sku, seller);
    }
}
