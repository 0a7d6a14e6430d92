package org.kameng.workers.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signatures that did their work, for as long as they would still be fresh. Per process: a replay at another instance
 * is a duplicate there, which changes nothing either.
 */
final class SeenNonces {
    private static final Duration KEPT = NoticeDoor.OLDEST.multipliedBy(2);
    private static final int SWEEP_EVERY = 1000;

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final Clock clock;

    SeenNonces(Clock clock) {
        this.clock = clock;
    }

    boolean contains(String nonce) {
        return seen.containsKey(nonce);
    }

    void add(String nonce) {
        var now = clock.instant();
        seen.put(nonce, now.plus(KEPT));
        if (added.incrementAndGet() % SWEEP_EVERY == 0) {
            seen.values().removeIf(until -> until.isBefore(now));
        }
    }
}
