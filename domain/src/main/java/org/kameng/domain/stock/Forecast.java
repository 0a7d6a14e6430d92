package org.kameng.domain.stock;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an offer runs out if it goes on selling as in the last days; a plain mean, so that everybody can check it.
 *
 * @param sold units delivered in {@code days} whole days before today
 * @param tenthsPerDay units a day, in tenths
 * @param emptyOn the day on which the last unit goes; null when that is more than a year away
 */
public record Forecast(
        int sold, int days, int tenthsPerDay, @Nullable LocalDate emptyOn) {
    static final int DAYS = 14;
    /** Fewer sales than this are an accident, no pace. */
    static final int LEAST_SALES = 10;

    /**
     * Empty below {@value #LEAST_SALES} sales.
     *
     * @param left null when no end is known
     * @param days whole days since the first of these sales, at most {@value #DAYS}: a new offer is not slow
     */
    static Optional<Forecast> of(@Nullable Integer left, int sold, int days, LocalDate today) {
        if (sold < LEAST_SALES || days < 1) return Optional.empty();
        var lasts = left == null ? Long.MAX_VALUE : (long) left * days / sold;
        return Optional.of(
                new Forecast(sold, days, (sold * 10 + days / 2) / days, lasts > 365 ? null : today.plusDays(lasts)));
    }
}
