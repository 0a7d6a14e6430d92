package org.kameng.workers.shared;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks about many things side by side: a few at once, and one that fails does not keep the others from being asked. */
public final class SideBySide {
    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);
    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** Returns when all were asked. */
    public static <T> void each(Collection<T> all, Consumer<T> ask) {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all) {
                room.acquireUninterruptibly();
                threads.submit((Callable<Void>) () -> {
                    try {
                        ask.accept(one);
                    } catch (RuntimeException | Error e) {
                        // The message of a foreign exception may hold what nobody should read here.
                        LOG.warn("asking failed: {}", e.getClass().getName());
                    } finally {
                        room.release();
                    }
                    return null;
                });
            }
        }
    }
}
