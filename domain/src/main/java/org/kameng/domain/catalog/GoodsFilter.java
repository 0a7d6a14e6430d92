package org.kameng.domain.catalog;

import org.jspecify.annotations.Nullable;

/** Narrows the operators' list; null or empty means any. The text may be part of a name, of an address or the start of a SKU code. */
public record GoodsFilter(
        String text,
        @Nullable String category,
        @Nullable SellerId seller,
        @Nullable Boolean onSale) {
    public static final GoodsFilter ALL = new GoodsFilter("", null, null, null);
}
