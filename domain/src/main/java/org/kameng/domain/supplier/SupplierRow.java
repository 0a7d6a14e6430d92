package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * How a supplier does.
 *
 * @param balance what we can still buy for, null when never told
 * @param balanceLowSince since when it is less than twice a day's spending
 * @param sources contracted sources, {@code paused} of them stopped
 * @param openFuses SKUs we stopped buying because too much went wrong
 * @param unclear purchases whose end the supplier owes us
 */
public record SupplierRow(
        SupplierId id,
        String name,
        Protocol protocol,
        boolean inUse,
        @Nullable Money balance,
        @Nullable Instant balanceToldAt,
        @Nullable Instant balanceLowSince,
        int sources,
        int paused,
        int openFuses,
        int unclear) {}
