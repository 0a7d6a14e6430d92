package org.kameng.tools.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a server to become ready, and tells why it did not. */
record Await(String name, Duration patience, Path log) {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    void until(BooleanSupplier alive, BooleanSupplier ready) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean() && !ready.getAsBoolean()) {
                throw new LocalException(name + " ended while starting: " + lastWords() + " (log: " + log + ")");
            }
            if (System.nanoTime() > end) {
                throw new LocalException(
                        name + " was not ready after " + patience.toSeconds() + " s (log: " + log + ")");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new LocalException("Interrupted while " + name + " was starting");
            }
            LockSupport.parkNanos(STEP);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL") || line.contains("ERROR"))
                    .reduce((_, last) -> last)
                    .or(() -> lines.stream().reduce((_, last) -> last))
                    .map(line -> line.length() > 200 ? line.substring(0, 200) : line)
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }
}
