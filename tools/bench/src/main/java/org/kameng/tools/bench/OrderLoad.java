package org.kameng.tools.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The two loads that every arm gets: as many as it can bear, and a fixed rate with latency from the intended start. */
final class OrderLoad {

    private static final long HOUR_MICROS = TimeUnit.HOURS.toMicros(1);

    private final AtomicInteger numbers = new AtomicInteger();

    /**
     * What a full load brought.
     *
     * @param perSecond orders delivered a second after the first fifth of the time
     * @param orders all that were delivered, for what an order costs
     */
    record Full(double perSecond, int orders) {}

    /** Some orders at full load: a cold broker and a cold JVM say nothing, and each arm is as warm as its orders, not its time, make it. */
    void warmUp(Arm arm, int inFlight, int orders) {
        var left = new AtomicInteger(orders);
        keepOnTheRoad(arm, inFlight, () -> left.getAndDecrement() > 0, at -> {});
    }

    /** Orders delivered a second with {@code inFlight} orders always on the road; the first fifth of the time is not counted. */
    Full throughput(Arm arm, int inFlight, Duration length) {
        var start = System.nanoTime();
        var counted = start + length.toNanos() / 5;
        var end = start + length.toNanos();
        var delivered = new AtomicInteger();
        var all = new AtomicInteger();
        keepOnTheRoad(arm, inFlight, () -> System.nanoTime() < end, at -> {
            all.incrementAndGet();
            if (at > counted && at < end) {
                delivered.incrementAndGet();
            }
        });
        return new Full(delivered.get() * 1e9 / (end - counted), all.get());
    }

    private void keepOnTheRoad(Arm arm, int inFlight, BooleanSupplier another, LongConsumer deliveredAt) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < inFlight; i++) {
                threads.execute(() -> {
                    while (another.getAsBoolean()) {
                        var order = arm.place(numbers.incrementAndGet());
                        arm.pay(order);
                        deliveredAt.accept(arm.deliveredAt(order));
                    }
                });
            }
        }
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
