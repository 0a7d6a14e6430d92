package org.kameng.app.demo;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kameng.domain.shared.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the fictional shop with life once the house is up and stocked: few orders at a time, so that whoever looks meanwhile is
 * not slowed. On a thread of its own: what waits here for a simulator holds up no job of the house.
 */
@Component
@ConditionalOnProperty("kameng.demo.stories")
class LivingShop {
    private static final Logger LOG = LoggerFactory.getLogger(LivingShop.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 3;

    private final StoryTeller teller;
    private final Leases leases;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<StoryOrder> open =
            new ArrayList<>(Stream.concat(StoryBook.stories().stream(), StoryBook.everyday().stream())
                    .toList());

    LivingShop(StoryTeller teller, Leases leases) {
        this.teller = teller;
        this.leases = leases;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("demo-stories").start(this::goOn);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void goOn() {
        try {
            while (!open.isEmpty() && !stopped.await(1, TimeUnit.SECONDS)) takeSteps();
            if (open.isEmpty()) LOG.info("demonstration: all orders of the fictional shop are told");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeSteps() {
        try {
            leases.tryRun(
                    "demo-stories",
                    Duration.ZERO,
                    LEASE,
                    () -> open.subList(0, Math.min(AT_A_TIME, open.size())).removeIf(this::isTold));
        } catch (RuntimeException e) {
            LOG.debug("demonstration: not now", e);
        }
    }

    private boolean isTold(StoryOrder story) {
        try {
            return teller.isTold(story);
        } catch (RuntimeException e) {
            // A simulator that starts again, an engine that is away: the next step finds everything where it was.
            LOG.debug("demonstration: {} waits", story.id(), e);
            return false;
        }
    }
}
