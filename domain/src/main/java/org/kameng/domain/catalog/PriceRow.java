package org.kameng.domain.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** A price an offer had or has; who set it and when is null for prices older than the history. */
public record PriceRow(
        long version,
        Money price,
        @Nullable Instant setAt,
        @Nullable String setBy) {}
