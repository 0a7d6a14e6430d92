package org.kameng.domain.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The one clock of the application, cut to microseconds as PostgreSQL keeps them. Tests and the demo may move it ahead. */
public final class DialClock extends Clock {
    private final Clock base;
    private final boolean movable;
    private final AtomicLong nanosAhead;

    public DialClock(Clock base, boolean movable) {
        this(base, movable, new AtomicLong());
    }

    private DialClock(Clock base, boolean movable, AtomicLong nanosAhead) {
        this.base = base;
        this.movable = movable;
        this.nanosAhead = nanosAhead;
    }

    @Override
    public Instant instant() {
        return base.instant().plusNanos(nanosAhead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves the clock ahead of the wall clock by this much, whatever it was before. */
    public void setOffset(Duration ahead) {
        if (!movable) throw new IllegalStateException("the clock stands still: kameng.clock.dial is not true");
        if (ahead.isNegative()) throw new IllegalArgumentException("the clock never goes back");
        nanosAhead.set(ahead.toNanos());
    }

    public Duration offset() {
        return Duration.ofNanos(nanosAhead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DialClock(base.withZone(zone), movable, nanosAhead);
    }
}
