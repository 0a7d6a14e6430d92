package org.kameng.tools.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Brings the parts up side by side, watches them, starts again what dies, and ends all in order. */
final class Supervisor {
    /** A rig that kills on purpose needs more. */
    private static final int RESTARTS = Integer.getInteger("kameng.restarts", 3);

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Home home;
    private final List<Part> foundation;
    private final List<Part> house;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Long>> restarts = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private boolean stopping;

    Supervisor(Home home, List<Part> foundation, List<Part> house) {
        this.home = home;
        this.foundation = foundation;
        this.house = house;
    }

    /** Starts everything; on the first failure all is stopped again and the failure is thrown. */
    void start() {
        try {
            var starts = begin(foundation);
            join(starts.entrySet().stream()
                    .filter(start -> start.getKey().vital())
                    .map(Map.Entry::getValue)
                    .toList());
            starts.putAll(begin(house));
            join(starts.values());
        } catch (LocalException e) {
            if (isStopping()) {
                await(); // a signal came while we were starting: the JVM is ending and what failed failed because of
                // that
            }
            stop(false);
            throw e;
        }
        all().forEach(this::watch);
    }

    private Map<Part, CompletableFuture<Void>> begin(List<Part> parts) {
        Map<Part, CompletableFuture<Void>> starts = new LinkedHashMap<>();
        parts.forEach(part -> starts.put(part, CompletableFuture.runAsync(() -> startTimed(part), threads)));
        return starts;
    }

    // The first failure counts, not the first in the list: nobody waits for the rest of a start that is lost.
    private static void join(Collection<CompletableFuture<Void>> starts) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        starts.forEach(start -> start.whenComplete((_, trouble) -> {
            if (trouble != null) {
                failed.completeExceptionally(trouble);
            }
        }));
        CompletableFuture<Void> done = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(done, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalException known
                    ? known
                    : new LocalException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private void startTimed(Part part) {
        long begun = System.nanoTime();
        Out.line("  " + part.title() + " is starting");
        part.start().run();
        Out.line("  " + part.title() + " is ready after "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    private void watch(Part part) {
        Optional<Child> child = Child.find(home, part.name());
        if (child.isPresent()) {
            child.get().handle().onExit().thenRunAsync(() -> died(part), threads);
        } else {
            threads.execute(() -> died(part));
        }
    }

    private void died(Part part) {
        if (isStopping()) {
            return;
        }
        int times = countRestart(part);
        if (times > RESTARTS) {
            giveUp(part);
            return;
        }
        Out.line(part.title() + " ended unexpectedly; starting it again (" + times + " of " + RESTARTS + "), see "
                + part.log());
        try {
            startTimed(part);
            watch(part);
        } catch (LocalException e) {
            if (!isStopping()) {
                Out.trouble(String.valueOf(e.getMessage()));
                died(part);
            }
        }
    }

    private int countRestart(Part part) {
        long now = System.nanoTime();
        List<Long> times = restarts.computeIfAbsent(part.name(), _ -> new ArrayList<>());
        synchronized (times) {
            times.removeIf(at -> now - at > WINDOW.toNanos());
            times.add(now);
            return times.size();
        }
    }

    private void giveUp(Part part) {
        if (part.vital()) {
            Out.trouble(part.title() + " ended again after " + RESTARTS + " restarts; stopping everything, see "
                    + part.log());
            end.complete(1);
        } else {
            Out.trouble(part.title() + " ended again after " + RESTARTS + " restarts; going on without it, see "
                    + part.log());
        }
    }

    /** Waits until a part could not be kept alive; a signal ends the JVM instead. */
    int await() {
        return end.join();
    }

    /** Ends all parts, those that use others first. */
    synchronized void stop(boolean tell) {
        if (stopping) {
            return;
        }
        stopping = true;
        Child.closeGate();
        if (tell) {
            Out.line("Stopping");
        }
        List<Part> late = new ArrayList<>(foundation);
        @Nullable Part database = null;
        for (Part part : foundation) {
            if (part.name().equals(LocalPostgres.PART)) {
                database = part;
                late.remove(part);
            }
        }
        endAll(house);
        endAll(late);
        endAll(database == null ? List.of() : List.of(database));
        Child.all(home).stream()
                .filter(child -> !child.part().equals(Owner.PART))
                .forEach(Child::kill);
        if (tell) {
            Out.line("Stopped");
        }
    }

    private void endAll(List<Part> parts) {
        List<CompletableFuture<Void>> ends = parts.stream()
                .flatMap(part -> Child.find(home, part.name())
                        .map(child -> CompletableFuture.runAsync(
                                () -> child.stop(part.endSignal(), part.patience()), threads))
                        .stream())
                .toList();
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private List<Part> all() {
        List<Part> all = new ArrayList<>(foundation);
        all.addAll(house);
        return all;
    }
}
