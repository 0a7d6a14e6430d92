package org.kameng.domain.supplier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a purchase stands. Only FAILED means "never charged and never delivered"; UNKNOWN is asked about, never bought again. */
public enum PurchaseState {
    /** Committed before the call; the supplier may or may not know it. */
    INTENDED,
    PROCESSING,
    UNKNOWN,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    /** Ended with something that must not be delivered: a case for a person. */
    BAD_GOODS;

    /** The supplier still owes us the end. */
    public boolean isOpen() {
        return switch (this) {
            case INTENDED, PROCESSING, UNKNOWN -> true;
            case SUCCEEDED, PARTIAL, FAILED, BAD_GOODS -> false;
        };
    }

    /** What a purchase says of its supplier: true it works, false it does not, empty nothing yet. */
    Optional<Boolean> health(PurchaseReply.@Nullable Reason why) {
        return switch (this) {
            case SUCCEEDED, PARTIAL -> Optional.of(true);
            case UNKNOWN, BAD_GOODS -> Optional.of(false);
            case FAILED -> Optional.of(why != null && why.isOurs());
            case INTENDED, PROCESSING -> Optional.empty();
        };
    }
}
