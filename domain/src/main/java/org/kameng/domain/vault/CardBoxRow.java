package org.kameng.domain.vault;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.OrderNo;

/**
 * A delivered card from the outside; {@code slot} counts from 1 within its order line. {@code firstRevealedAt} is when its
 * owner first saw the secret: looks of staff do not count. After {@code afterSalesUntil} no after-sales case can be opened.
 */
public record CardBoxRow(
        long cardId,
        OrderNo order,
        int line,
        int slot,
        SkuId sku,
        String nameZh,
        String nameEn,
        String sellerName,
        @Nullable LocalDate expiresOn,
        Instant deliveredAt,
        @Nullable Instant firstRevealedAt,
        String guideZh,
        String guideEn,
        Instant afterSalesUntil) {}
