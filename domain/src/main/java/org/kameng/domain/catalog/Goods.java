package org.kameng.domain.catalog;

/** What operators edit. A record carries the version it was read at; 0 is not stored yet. */
public sealed interface Goods permits CategoryData, ProductData, SkuData, OfferData {
    long version();
}
