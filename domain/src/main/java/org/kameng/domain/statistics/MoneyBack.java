package org.kameng.domain.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * Refunds decided and finished in the last day, and what is on its way now.
 *
 * @param oldest when the one that waits longest was decided
 */
public record MoneyBack(
        long decided,
        Money decidedAmount,
        long finished,
        long open,
        Money openAmount,
        @Nullable Instant oldest) {}
