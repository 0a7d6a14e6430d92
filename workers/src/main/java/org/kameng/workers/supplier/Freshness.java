package org.kameng.workers.supplier;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Whether something was signed just now, by our clock. */
final class Freshness {
    static final Duration WINDOW = Duration.ofSeconds(300);

    private Freshness() {}

    /** @param seconds since 1970, as text */
    static boolean isFresh(String seconds, Clock clock) {
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(signedAt, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
