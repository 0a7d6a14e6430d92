package org.kameng.tools.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Constant arrivals that do not wait for answers: a slow system is measured from when it should have begun. */
final class OpenLoad {

    private OpenLoad() {}

    /**
     * Calls {@code arrival} at a constant rate, each call on a virtual thread of its own, with the nanosecond
     * ({@link System#nanoTime()}) at which it was meant to begin; returns when all calls have ended.
     *
     * @param perSecond arrivals a second, above zero
     */
    static void run(double perSecond, Duration length, LongConsumer arrival) {
        var gap = (long) (1_000_000_000L / perSecond);
        var arrivals = (long) (perSecond * length.toMillis() / 1000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var i = 0L; i < arrivals; i++) {
                var intended = start + i * gap;
                for (var wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                threads.execute(() -> arrival.accept(intended));
            }
        }
    }
}
