package org.kameng.domain.catalog;

import java.util.List;

/** A product with all its SKUs and their offers, at most 100 and 500 of them. */
public record ProductSheet(ProductData product, List<SkuData> skus, List<OfferData> offers) {
    public ProductSheet {
        skus = List.copyOf(skus);
        offers = List.copyOf(offers);
    }

    public List<OfferData> offersOf(SkuId sku) {
        return offers.stream().filter(offer -> offer.sku().equals(sku)).toList();
    }
}
