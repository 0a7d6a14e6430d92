package org.kameng.domain.order;

import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;

/**
 * A wish to buy. {@code requestId} is made once per checkout page: sent twice it gives the same order.
 *
 * @param noReturnAck the buyer confirmed that a revealed code cannot be returned, in the words of {@code noReturnTextVersion}
 */
public record PlaceOrder(
        String requestId,
        SkuId sku,
        SellerId seller,
        int quantity,
        boolean noReturnAck,
        String noReturnTextVersion,
        String ip,
        String device) {}
