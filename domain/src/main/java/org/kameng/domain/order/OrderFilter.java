package org.kameng.domain.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;

/** Narrows the staff's list; null or empty means any. {@code text} matches the start of an order number. */
public record OrderFilter(
        @Nullable String text,
        Set<OrderState> states,
        @Nullable SellerId seller,
        @Nullable SkuId sku,
        @Nullable Instant placedFrom,
        @Nullable Instant placedBefore,
        @Nullable Set<AccountId> buyers) {
    public static final OrderFilter ALL = new OrderFilter(null, Set.of(), null, null, null, null, null);

    public OrderFilter {
        states = Set.copyOf(states);
        buyers = buyers == null ? null : Set.copyOf(buyers);
    }
}
