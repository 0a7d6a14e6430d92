package org.kameng.tools.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The line with which the launcher says that all is up. */
final class Welcome {
    private static final Duration START = Duration.ofMinutes(4);

    private Welcome() {}

    /** Reads what the launcher says for as long as it lives; fails with all of it when it ends before the line came. */
    static void await(Process launcher) {
        var said = new StringBuffer();
        var up = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader reader = launcher.inputReader()) {
                reader.lines().forEach(line -> {
                    said.append(line).append('\n');
                    if (line.startsWith("Kameng is up")) {
                        up.complete(null);
                    }
                });
            } catch (IOException | UncheckedIOException e) {
                said.append(e);
            }
            up.completeExceptionally(new IllegalStateException("the house did not start:\n" + said));
        });
        up.orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
    }
}
