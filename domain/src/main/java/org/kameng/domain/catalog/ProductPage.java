package org.kameng.domain.catalog;

import java.util.List;

/** Everything the product page shows; offers are sorted by face value. */
public record ProductPage(
        ProductId id,
        String slug,
        String nameZh,
        String nameEn,
        String category,
        String categoryNameZh,
        String categoryNameEn,
        String aboutZh,
        String aboutEn,
        List<OfferRow> offers) {}
