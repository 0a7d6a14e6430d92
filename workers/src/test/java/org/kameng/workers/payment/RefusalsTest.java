package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.Channel;

class RefusalsTest {
    private final PaymentBooks books = new PaymentBooks(Channel.WECHAT, "seller");
    private final Refusals refusals = new Refusals(
            books, new SimpleMeterRegistry(), Clock.fixed(Instant.EPOCH.plusSeconds(3600), ZoneOffset.UTC));

    @Test
    void strangers_who_knock_silence_nothing_that_the_channel_signed() {
        for (var i = 0; i < 150; i++) refuse("FORGED", false);
        refuse("UNKNOWN_REFUND", true);
        assertThat(books.refused).hasSize(101).endsWith("UNKNOWN_REFUND");
    }

    private void refuse(String why, boolean genuine) {
        refusals.record(Channel.WECHAT, Objection.of(why), new byte[0], "10.0.0.1", genuine);
    }
}
