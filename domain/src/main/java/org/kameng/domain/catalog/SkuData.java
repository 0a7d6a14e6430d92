package org.kameng.domain.catalog;

import org.kameng.domain.shared.Money;

/** A SKU as operators edit it; version 0 is not stored yet. Code, product and kind never change. */
public record SkuData(
        SkuId code,
        ProductId product,
        SkuKind kind,
        String nameZh,
        String nameEn,
        Money face,
        String region,
        String guideZh,
        String guideEn,
        String activationLimitZh,
        String activationLimitEn,
        String refundPolicyZh,
        String refundPolicyEn,
        int promiseDays,
        int maxPerOrder,
        long version)
        implements Goods {}
