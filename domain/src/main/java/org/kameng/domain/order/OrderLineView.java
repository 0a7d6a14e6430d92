package org.kameng.domain.order;

import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.shared.Money;

/** One line of an order with frozen names and prices; {@code reserved} counts cards held for it now. */
public record OrderLineView(
        int line,
        SkuId sku,
        String nameZh,
        String nameEn,
        Money face,
        Money unitPrice,
        Money amount,
        SkuKind kind,
        int quantity,
        int reserved,
        int delivered,
        int missing) {}
