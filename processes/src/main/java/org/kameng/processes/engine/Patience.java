package org.kameng.processes.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, not for ever. */
final class Patience {
    private static final Duration STEP = Duration.ofMillis(20);

    private Patience() {}

    static boolean until(BooleanSupplier done, Duration limit) {
        var steps = limit.dividedBy(STEP);
        for (var i = 0L; i < steps && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return done.getAsBoolean();
    }
}
