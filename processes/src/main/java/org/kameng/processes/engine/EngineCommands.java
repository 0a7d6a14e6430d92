package org.kameng.processes.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kameng.domain.shared.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command until the engine has taken it or can never take it. An unclear end (timeout, lost connection) is sent
 * again: the engine answers NOT_FOUND to a second completion.
 */
final class EngineCommands {
    private static final Logger LOG = LoggerFactory.getLogger(EngineCommands.class);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5));

    enum Sent {
        TAKEN,
        /** The job is done, taken by another worker, or cancelled. */
        GONE,
        /** We were told to stop; the engine will offer the job again. */
        GIVEN_UP
    }

    private final MeterRegistry meters;
    private final Duration timeout;
    private final EngineChannel channel;
    private volatile boolean stopping;

    EngineCommands(MeterRegistry meters, Duration timeout, EngineChannel channel) {
        this.meters = meters;
        this.timeout = timeout;
        this.channel = channel;
    }

    void stop() {
        stopping = true;
    }

    Sent send(String command, Supplier<FinalCommandStep<?>> step) {
        RemoteCalls.assertNoConnectionHeld();
        for (var attempt = 0; ; attempt++) {
            try {
                step.get().requestTimeout(timeout).send().join(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
                return Sent.TAKEN;
            } catch (RuntimeException e) {
                var code = code(e);
                if (isFinal(code)) return gone(command, code);
                meters.counter("kameng.engine.command.retries", "command", command, "code", code.name())
                        .increment();
                if (code == Status.Code.UNAVAILABLE) channel.nudge();
                if (stopping || !slept(BACK_OFF.after(attempt))) return Sent.GIVEN_UP;
            }
        }
    }

    private static Sent gone(String command, Status.Code code) {
        if (code != Status.Code.NOT_FOUND) LOG.warn("the engine refused to {} a job for good: {}", command, code);
        return Sent.GONE;
    }

    static Status.Code code(Throwable failure) {
        return failure instanceof ClientStatusException status ? status.getStatusCode() : Status.Code.UNKNOWN;
    }

    static boolean isFinal(Status.Code code) {
        return code == Status.Code.NOT_FOUND
                || code == Status.Code.FAILED_PRECONDITION
                || code == Status.Code.INVALID_ARGUMENT;
    }

    static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
