package org.kameng.domain.supplier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the purchase desk; null means any.
 *
 * @param number the start of an order or purchase number
 * @param olderThan sent at least so long ago
 */
public record DeskFilter(
        Look look,
        @Nullable SupplierId supplier,
        @Nullable Duration olderThan,
        @Nullable String number) {
    public static final DeskFilter ALL = new DeskFilter(Look.ALL, null, null, null);

    /** Which purchases need eyes. */
    public enum Look {
        ALL,
        UNKNOWN,
        BAD_GOODS,
        /** Taken by the supplier, and not ended for more than a minute. */
        PENDING,
        /** Came in part, and the rest may still come. */
        PARTIAL,
        /** An operator proposed something, a second one has not spoken. */
        PROPOSED
    }
}
