package org.kameng.workers.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.workers.shared.RowBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records notifications that were refused. Anybody can knock, so only the first hundred of a minute become rows; the counter counts
 * them all. What the channel itself signed has a budget of its own, so that no stranger can silence it.
 */
@Component
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Payments payments;
    private final MeterRegistry meters;
    private final RowBudget strangers;
    private final RowBudget signed;

    Refusals(Payments payments, MeterRegistry meters, Clock clock) {
        this.payments = payments;
        this.meters = meters;
        this.strangers = new RowBudget(clock);
        this.signed = new RowBudget(clock);
    }

    /** @param genuine whether the channel had signed it */
    void record(Channel channel, Objection objection, byte[] body, String remoteIp, boolean genuine) {
        var why = objection.why();
        meters.counter("kameng.channel.notices.refused", "channel", channel.name(), "why", why)
                .increment();
        if (!objection.recorded() && (genuine ? signed : strangers).mayWrite()) {
            LOG.warn("notification of {} refused: {}", channel, why);
            payments.recordRefusedNotice(channel, why, sha256(body), remoteIp);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
