package org.kameng.processes.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting times that double up to a limit, each shortened by up to a half so that many waiters do not return together. */
record BackOff(Duration first, Duration limit) {

    /** @param attempt 0 for the first failure */
    Duration after(int attempt) {
        var millis = Math.min(limit.toMillis(), first.toMillis() << Math.clamp(attempt, 0, 20));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
