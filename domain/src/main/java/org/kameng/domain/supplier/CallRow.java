package org.kameng.domain.supplier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One exchange with a supplier in a list. */
public record CallRow(
        long id,
        SupplierId supplier,
        String supplierName,
        @Nullable String purchaseNo,
        String operation,
        int status,
        String outcome,
        Duration took,
        Instant at) {
    /** What was said, as it was masked before it was stored. */
    public record Text(
            CallRow call, String request, @Nullable String response) {}
}
