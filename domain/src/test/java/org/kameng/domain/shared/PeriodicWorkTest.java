package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.springframework.scheduling.TaskScheduler;

class PeriodicWorkTest {
    /** As many as the house has: see the uses of {@code @Scheduled}. */
    private static final int WORKS = 9;

    @Test
    void works_that_hang_hold_up_no_other() throws InterruptedException {
        var scheduler = DomainTestContext.shared().bean(TaskScheduler.class);
        var allAtOnce = new CountDownLatch(WORKS);
        for (var work = 0; work < WORKS; work++) {
            scheduler.scheduleWithFixedDelay(() -> hang(allAtOnce), Duration.ofDays(1));
        }
        assertThat(allAtOnce.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void hang(CountDownLatch until) {
        try {
            until.countDown();
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
