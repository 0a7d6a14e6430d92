package org.kameng.tools.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs tasks when the simulator's clock reaches their time; turning the clock forward runs what has become due. */
public final class Timetable implements AutoCloseable {
    private record Entry(Instant due, long order, Runnable task) {}

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SimClock clock;
    private final Thread loop;
    private long order;

    public Timetable(SimClock clock) {
        this.clock = clock;
        clock.onTurn(this::wake);
        this.loop = Thread.ofPlatform().daemon().name("timetable").start(this::run);
    }

    public synchronized void at(Instant due, Runnable task) {
        entries.add(new Entry(due, order++, task));
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                workers.execute(next().task());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Entry next() throws InterruptedException {
        while (true) {
            var first = entries.peek();
            if (first == null) {
                wait();
                continue;
            }
            long millis = Duration.between(clock.instant(), first.due()).toMillis();
            if (millis <= 0) {
                return entries.remove();
            }
            wait(millis);
        }
    }

    /** Returns when nothing runs any more, so that what the tasks use can be closed next. */
    @Override
    public void close() {
        try {
            loop.interrupt();
            loop.join(PATIENCE);
            workers.shutdown();
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
