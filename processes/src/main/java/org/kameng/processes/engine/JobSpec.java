package org.kameng.processes.engine;

import java.time.Duration;

/**
 * What the registration must know of a job type.
 *
 * @param timeout after this the engine offers the job to another worker; longer than the slowest run of the handler
 * @param maxActive jobs of this type that one application runs at the same time
 */
public record JobSpec<I extends Record, O extends Record>(
        String type, Class<I> input, Class<O> output, Duration timeout, int maxActive) {

    public JobSpec {
        if (maxActive < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("job " + type + " needs a positive timeout and maxActive");
        }
    }
}
