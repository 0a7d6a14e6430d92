package org.kameng.workers.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.shared.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Runs calls to a channel: timed, counted, with no connection held; whatever goes wrong becomes a value. */
record ChannelCalls(Channel channel, MeterRegistry meters) {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelCalls.class);

    /** One call through an SDK, whose failures it has read. */
    @FunctionalInterface
    interface Remote<T> {
        T ask() throws Failed;
    }

    /** A call that did not succeed; carries no text of the SDK. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        Failed(Failure failure) {
            super(failure.code(), null, false, false);
            this.failure = failure;
        }
    }

    <T> T call(String name, String number, Remote<T> remote, Function<Failure, T> otherwise) {
        RemoteCalls.assertNoConnectionHeld();
        var timer = Timer.start(meters);
        var outcome = "ok";
        try {
            return remote.ask();
        } catch (Failed e) {
            var failure = e.failure;
            outcome = failure.refused() ? "refused" : "unknown";
            LOG.atLevel(failure.notFound() ? Level.DEBUG : Level.INFO)
                    .log("{} {} {}: {} {}", channel, name, number, outcome, failure.code());
            return otherwise.apply(failure);
        } finally {
            timer.stop(
                    meters.timer("kameng.channel.calls", "channel", channel.name(), "call", name, "outcome", outcome));
        }
    }
}
