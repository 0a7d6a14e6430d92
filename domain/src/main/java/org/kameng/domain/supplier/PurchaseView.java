package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/**
 * A purchase as staff see it; {@code toStock} units came too late for the order and are the seller's.
 *
 * @param decideAt when a person is to decide, should it be open still
 */
public record PurchaseView(
        String purchaseNo,
        OrderNo order,
        int line,
        SupplierId supplier,
        String supplierName,
        String supplierSku,
        PurchaseState state,
        int quantity,
        int delivered,
        int toStock,
        Money maxCost,
        @Nullable Money cost,
        @Nullable String supplierOrderNo,
        @Nullable String failure,
        @Nullable BadGoods badGoods,
        @Nullable String verdict,
        int asked,
        Instant intendedAt,
        @Nullable Instant sentAt,
        @Nullable Instant askAt,
        Instant decideAt,
        @Nullable Instant endedAt) {}
