package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoadTest {

    @Test
    void arrivals_do_not_wait_for_a_slow_answer() {
        var intended = new ConcurrentSkipListSet<Long>();
        var all = new CountDownLatch(20);
        OpenLoad.run(100, Duration.ofMillis(200), at -> {
            intended.add(at);
            all.countDown();
            awaitUninterruptibly(all); // ends only when all twenty have begun
        });
        assertThat(intended).hasSize(20);
        assertThat(intended.last() - intended.first()).isEqualTo(19 * 10_000_000L);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
