package org.kameng.domain.stock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;

/**
 * A recall as operators see it.
 *
 * @param withdrawn unsold cards taken out, reserved ones among them
 * @param orders open orders that had reserved cards of it, at most 200
 * @param version for the change feed under the kind {@code recall}; the number is the recall's id
 */
public record RecallView(
        long id,
        long batch,
        RecallState state,
        String reason,
        AccountId askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        int withdrawn,
        int replaced,
        int missing,
        List<Held> orders,
        long version) {
    public RecallView {
        orders = List.copyOf(orders);
    }

    /** An open order: units that got another card, and units that got none and are bought or refunded at delivery. */
    public record Held(OrderNo order, int replaced, int missing) {}
}
