package org.kameng.domain.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Deliveries counted by the step of their length, and percentiles read back from them. */
final class LatencySteps {
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    private final TreeMap<Integer, Long> orders = new TreeMap<>();

    void add(SlotKey key, Sum sum) {
        orders.merge(Integer.valueOf(key.label()), sum.n(), Long::sum);
    }

    /** Something must have been added. */
    Latency read(Instant start) {
        var all = orders.values().stream().mapToLong(Long::longValue).sum();
        return new Latency(start, all, percentile(all, HALF), percentile(all, MOST));
    }

    private Duration percentile(long all, double share) {
        var wanted = (long) Math.ceil(all * share);
        var seen = 0L;
        for (var step : orders.entrySet()) {
            seen += step.getValue();
            if (seen >= wanted) return LatencyScale.upperEnd(step.getKey());
        }
        throw new IllegalStateException("counted " + seen + " of " + all);
    }
}
