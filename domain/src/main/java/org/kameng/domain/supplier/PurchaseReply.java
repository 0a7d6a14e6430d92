package org.kameng.domain.supplier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** What a supplier says about a purchase. Only {@link Failed} means "never charged and never delivered". */
public sealed interface PurchaseReply {
    /** Taken, not finished. */
    record Processing(@Nullable String supplierOrderNo) implements PurchaseReply {}

    /**
     * Finished with all or a part of the units.
     *
     * @param delivered units the supplier says it delivered; for cards the items say what arrived
     * @param items cards, empty for a direct top-up
     */
    record Finished(
            @Nullable String supplierOrderNo, String supplierSku, int delivered, Money cost, List<SuppliedItem> items)
            implements PurchaseReply {
        public Finished {
            items = List.copyOf(items);
        }
    }

    /** Refused for good. */
    record Failed(Reason reason, String code) implements PurchaseReply {
        /** The supplier has taken it back at our wish: nothing is charged and nothing delivered any more. */
        public static Failed cancelled() {
            return new Failed(Reason.OTHER, "CANCELLED");
        }
    }

    /**
     * The supplier does not know the number. Not the same as failed: see KSP/1's rule on {@code seenUntil}.
     *
     * @param seenUntil the supplier has processed everything sent before this instant; null when it does not say
     */
    record NotFound(@Nullable Instant seenUntil) implements PurchaseReply {}

    /** The supplier was asked to take the purchase back and does not; what it stands at is asked for again. */
    record CancelRefused(String code) implements PurchaseReply {}

    /** No clear answer: time-out, 5xx, a bad signature, an answer about something else. */
    record Unknown(String code) implements PurchaseReply {}

    /** Why a purchase failed, as far as we act differently on it. */
    enum Reason {
        OUT_OF_STOCK,
        OFF_SALE,
        COST_EXCEEDED,
        /** Our balance at the supplier does not cover it. */
        INSUFFICIENT_BALANCE,
        /** The account of a direct top-up does not exist or is malformed: the buyer can mend it. */
        ACCOUNT_INVALID,
        REGION_NOT_SUPPORTED,
        /** The same number was sent with another content. */
        IDEMPOTENCY_CONFLICT,
        OTHER;

        /** The buyer, the price or our purse caused it, not the supplier. */
        boolean isOurs() {
            return switch (this) {
                case ACCOUNT_INVALID, COST_EXCEEDED, INSUFFICIENT_BALANCE, REGION_NOT_SUPPORTED -> true;
                case OUT_OF_STOCK, OFF_SALE, IDEMPOTENCY_CONFLICT, OTHER -> false;
            };
        }
    }
}
