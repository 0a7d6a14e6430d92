package org.kameng.domain.order;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order's stretch between stock and refund. */
@Embeddable
class OrderSupply {
    private @Nullable Instant stockAskedAt;
    private @Nullable Instant refundOfferedAt;
    private @Nullable Instant refundAcceptedAt;
    private @Nullable Instant supplyEndedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable SupplyEnd supplyEnd;

    void askedStock(Instant at) {
        stockAskedAt = at;
    }

    boolean isStockAsked() {
        return stockAskedAt != null;
    }

    boolean offerRefund(Instant at) {
        if (refundOfferedAt != null || supplyEnd != null) return false;
        refundOfferedAt = at;
        return true;
    }

    boolean acceptRefund(Instant at) {
        if (refundAcceptedAt != null || supplyEnd != null) return false;
        refundAcceptedAt = at;
        return true;
    }

    boolean end(SupplyEnd why, Instant at) {
        if (supplyEnd != null) return false;
        supplyEnd = why;
        supplyEndedAt = at;
        return true;
    }

    boolean isRefundOffered() {
        return refundOfferedAt != null;
    }

    boolean isRefundAccepted() {
        return refundAcceptedAt != null;
    }

    @Nullable
    SupplyEnd ended() {
        return supplyEnd;
    }
}
