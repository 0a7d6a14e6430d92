package org.kameng.workers.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Anybody can knock: of what is turned away only the first hundred of a minute become rows. */
public final class RowBudget {
    private static final int MOST_ROWS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant windowStart = Instant.EPOCH;
    private int rows;

    public RowBudget(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean mayWrite() {
        var now = clock.instant();
        if (Duration.between(windowStart, now).abs().compareTo(WINDOW) > 0) {
            windowStart = now;
            rows = 0;
        }
        return ++rows <= MOST_ROWS;
    }
}
