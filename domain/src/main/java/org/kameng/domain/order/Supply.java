package org.kameng.domain.order;

import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;

/** Asked before money is taken for what stock cannot give; answered by the supplier feature, which depends on this one. */
public interface Supply {
    /** How many of the wanted units one source of the seller could give. May ask suppliers: call it outside transactions. */
    int available(SkuId sku, SellerId seller, int wanted);
}
