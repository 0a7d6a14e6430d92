package org.kameng.domain.vault;

import java.time.Instant;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;

/** Where cards came from and how many of them are left; a bought batch has its purchase number for a file name and no hash. */
public record BatchRow(
        long batchId,
        SkuId sku,
        String skuNameZh,
        String skuNameEn,
        SellerId seller,
        String sellerName,
        String fileName,
        String fileSha256,
        String importedBy,
        Instant importedAt,
        int cards,
        int available,
        int reserved,
        int delivered,
        int withdrawn,
        boolean recalled) {}
