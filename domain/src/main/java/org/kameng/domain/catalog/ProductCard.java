package org.kameng.domain.catalog;

import org.kameng.domain.shared.Money;

/** One tile of the shop front; {@code from} is the lowest price among its offers. */
public record ProductCard(
        String slug,
        String nameZh,
        String nameEn,
        String category,
        String sellerName,
        Money from,
        Money faceFrom,
        int offers,
        int stock) {}
