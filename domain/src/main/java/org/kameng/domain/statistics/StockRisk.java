package org.kameng.domain.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;

/**
 * An offer whose cards run out or run off, or whose suppliers do.
 *
 * @param available cards; of a top-up what its best source could give
 * @param expiring of the available ones, how many expire within {@link StockAtRisk#SOON_DAYS} days
 */
public record StockRisk(
        SkuId sku,
        String nameZh,
        String nameEn,
        String sellerName,
        long available,
        long expiring,
        @Nullable LocalDate firstExpiry) {}
