package org.kameng.domain.catalog;

import org.jspecify.annotations.Nullable;

/** A product as operators edit it; no id and version 0 while it is not stored yet. */
public record ProductData(
        @Nullable ProductId id,
        String slug,
        String category,
        String nameZh,
        String nameEn,
        String aboutZh,
        String aboutEn,
        int position,
        boolean onSale,
        long version)
        implements Goods {}
