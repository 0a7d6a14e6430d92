package org.kameng.tools.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ends what a supervisor that was killed left running in its directory, and nothing else. */
final class Orphans {
    private Orphans() {}

    /** Returns how many there were. */
    static int end(Home home) {
        List<Child> left = Child.all(home).stream()
                .filter(child -> !child.part().equals(Owner.PART))
                .toList();
        List<CompletableFuture<Void>> ends = left.stream()
                .map(child -> CompletableFuture.runAsync(() -> child.stop(signal(child), Duration.ofSeconds(20))))
                .toList();
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
        return left.size();
    }

    private static String signal(Child child) {
        // SIGINT is what PostgreSQL calls a fast shutdown: open sessions are cut, everything is on disk.
        return child.part().equals(LocalPostgres.PART) ? "INT" : "TERM";
    }
}
