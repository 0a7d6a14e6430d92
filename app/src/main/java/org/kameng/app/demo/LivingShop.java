package org.kameng.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kameng.domain.shared.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fills the fictional shop with life once the house is up: few orders at a time, so that whoever looks meanwhile is not slowed. */
@Component
@ConditionalOnProperty("kameng.demo.stories")
class LivingShop {
    private static final Logger LOG = LoggerFactory.getLogger(LivingShop.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 3;

    private final StoryTeller teller;
    private final Leases leases;
    private final List<StoryOrder> open =
            new ArrayList<>(Stream.concat(StoryBook.stories().stream(), StoryBook.everyday().stream())
                    .toList());

    LivingShop(StoryTeller teller, Leases leases) {
        this.teller = teller;
        this.leases = leases;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1S")
    void goOn() {
        if (!open.isEmpty()) leases.tryRun("demo-stories", Duration.ZERO, LEASE, this::takeSteps);
    }

    private void takeSteps() {
        open.subList(0, Math.min(AT_A_TIME, open.size())).removeIf(this::isTold);
        if (open.isEmpty()) LOG.info("demonstration: all orders of the fictional shop are told");
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
