package org.kameng.tools.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The two loads that every arm gets: as many as it can bear, and a fixed rate with latency from the intended start. */
final class OrderLoad {

    private static final long HOUR_MICROS = TimeUnit.HOURS.toMicros(1);

    private final AtomicInteger numbers = new AtomicInteger();

    /** Orders delivered a second with {@code inFlight} orders always on the road; the first fifth of the time warms up. */
    double throughput(Arm arm, int inFlight, Duration length) {
        var start = System.nanoTime();
        var counted = start + length.toNanos() / 5;
        var end = start + length.toNanos();
        var delivered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < inFlight; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        var order = arm.place(numbers.incrementAndGet());
                        arm.pay(order);
                        var at = arm.deliveredAt(order);
                        if (at > counted && at < end) {
                            delivered.incrementAndGet();
                        }
                    }
                });
            }
        }
        return delivered.get() * 1e9 / (end - counted);
    }

    /**
     * Payment to delivery in microseconds at a constant rate of whole orders: an order is placed at its intended moment,
     * paid two seconds after it, and measured from that intended payment.
     */
    Histogram latency(Arm arm, double perSecond, Duration length) {
        var histogram = new ConcurrentHistogram(HOUR_MICROS, 3);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        OpenLoad.run(perSecond, length, intended -> {
            try {
                var order = arm.place(numbers.incrementAndGet());
                var payAt = intended + TimeUnit.SECONDS.toNanos(2);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, payAt - System.nanoTime()));
                arm.pay(order);
                histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, arm.deliveredAt(order) - payAt)));
            } catch (InterruptedException | RuntimeException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " orders failed", failures.peek());
        }
        return histogram;
    }
}
