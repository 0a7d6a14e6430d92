package org.kameng.workers.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records notifications that were refused. Anybody can knock, so only the first hundred of a minute become rows; the
 * counter counts them all.
 */
@Component
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST_ROWS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Payments payments;
    private final MeterRegistry meters;
    private final Clock clock;
    private Instant windowStart = Instant.EPOCH;
    private int rows;

    Refusals(Payments payments, MeterRegistry meters, Clock clock) {
        this.payments = payments;
        this.meters = meters;
        this.clock = clock;
    }

    void record(Channel channel, Objection objection, byte[] body, String remoteIp) {
        var why = objection.why();
        meters.counter("kameng.channel.notices.refused", "channel", channel.name(), "why", why)
                .increment();
        if (!objection.recorded() && mayWrite()) {
            LOG.warn("notification of {} refused: {}", channel, why);
            payments.recordRefusedNotice(channel, why, sha256(body), remoteIp);
        }
    }

    private synchronized boolean mayWrite() {
        var now = clock.instant();
        if (Duration.between(windowStart, now).abs().compareTo(WINDOW) > 0) {
            windowStart = now;
            rows = 0;
        }
        return ++rows <= MOST_ROWS;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
