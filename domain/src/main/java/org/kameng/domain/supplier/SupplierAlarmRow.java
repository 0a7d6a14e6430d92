package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something about a supplier that a person should know; {@code why} is a code with words in the bundles. */
public record SupplierAlarmRow(
        long id,
        Protocol protocol,
        @Nullable String supplierName,
        String why,
        @Nullable String subject,
        Instant raisedAt) {}
