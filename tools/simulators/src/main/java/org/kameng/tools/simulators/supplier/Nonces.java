package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that may be used once within ten minutes. */
final class Nonces {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<String, Instant> seen = new LinkedHashMap<>();
    private final Clock clock;

    Nonces(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isFirstUse(String nonce) {
        var now = clock.instant();
        seen.values().removeIf(until -> until.isBefore(now));
        return seen.putIfAbsent(nonce, now.plus(KEPT)) == null;
    }
}
