package org.kameng.domain.catalog;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** A product in the operators' list; the lowest price is null without any offer. */
public record GoodsRow(
        ProductId id,
        String slug,
        String nameZh,
        String nameEn,
        String categoryZh,
        String categoryEn,
        boolean onSale,
        int skus,
        int offers,
        int offersOnSale,
        @Nullable Money from) {}
