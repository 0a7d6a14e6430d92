package org.kameng.workers.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A notification is believed for five minutes and once: what marks it (a nonce, a signature) is remembered for as long as
 * it would still be fresh. Per process: a replay at another instance is a duplicate there, which changes nothing either.
 */
final class Freshness {
    private static final Duration OLDEST = Duration.ofSeconds(300);
    private static final Duration KEPT = OLDEST.multipliedBy(2);
    private static final int SWEEP_EVERY = 1000;

    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final Clock clock;

    Freshness(Clock clock) {
        this.clock = clock;
    }

    boolean isFresh(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(OLDEST) <= 0;
    }

    boolean wasUsed(String mark) {
        return used.containsKey(mark);
    }

    void use(String mark) {
        var now = clock.instant();
        used.put(mark, now.plus(KEPT));
        if (added.incrementAndGet() % SWEEP_EVERY == 0) {
            used.values().removeIf(until -> until.isBefore(now));
        }
    }
}
