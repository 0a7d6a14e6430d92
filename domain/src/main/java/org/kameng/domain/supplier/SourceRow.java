package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Money;

/**
 * An offer's way to a supplier as staff see it.
 *
 * @param price what the buyer pays for a unit
 * @param stock as last told, -1 unlimited, null never told
 * @param pauseReason {@code COST_UP}, or a person's words
 * @param fuseOpenSince since when nothing is bought because too much went wrong
 * @param probeAt when one purchase may try again
 */
public record SourceRow(
        long id,
        SkuId sku,
        String nameZh,
        String nameEn,
        String sellerName,
        SupplierId supplier,
        String supplierName,
        String supplierSku,
        int preference,
        Money price,
        Money cost,
        Money acceptedCost,
        Money maxCost,
        @Nullable Integer stock,
        boolean onSale,
        @Nullable Instant toldAt,
        @Nullable Instant pausedAt,
        @Nullable String pauseReason,
        @Nullable Instant fuseOpenSince,
        @Nullable Instant probeAt) {}
