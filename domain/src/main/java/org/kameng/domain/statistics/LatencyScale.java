package org.kameng.domain.statistics;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Lengths of time in steps that grow by a tenth: counts by step can be added up over any time, percentiles cannot. What is
 * read back is a step's upper end, so never too good and at most a tenth too bad.
 */
final class LatencyScale {
    private static final int STEPS = 180;
    private static final double FIRST_MILLIS = 10;
    private static final double GROWTH = 1.1;

    private LatencyScale() {}

    /** Upper ends in milliseconds, 10 ms to three days, as {@code width_bucket} takes them. */
    static Double[] bounds() {
        return IntStream.rangeClosed(0, STEPS).mapToObj(LatencyScale::millis).toArray(Double[]::new);
    }

    /** The longest step is open above and told by its lower end. */
    static Duration upperEnd(int step) {
        return Duration.ofMillis(Math.round(millis(Math.min(step, STEPS))));
    }

    private static double millis(int step) {
        return FIRST_MILLIS * Math.pow(GROWTH, step);
    }
}
