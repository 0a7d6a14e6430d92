package org.kameng.workers.supplier;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signatures that came in, for twice as long as they are fresh. Per process: at another instance a replay is an event that is
 * known, which changes nothing either.
 */
final class SeenPushes {
    private static final int SWEEP_EVERY = 500;

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final Clock clock;

    SeenPushes(Clock clock) {
        this.clock = clock;
    }

    boolean isFirst(String nonce) {
        var now = clock.instant();
        if (added.incrementAndGet() % SWEEP_EVERY == 0) {
            seen.values().removeIf(until -> until.isBefore(now));
        }
        return seen.putIfAbsent(nonce, now.plus(Freshness.WINDOW.multipliedBy(2))) == null;
    }

    /** It did not do its work: the same may come again. */
    void forget(String nonce) {
        seen.remove(nonce);
    }
}
