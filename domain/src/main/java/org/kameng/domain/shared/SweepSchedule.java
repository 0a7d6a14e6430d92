package org.kameng.domain.shared;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs every {@link Sweep} at its pace in one instance; {@code kameng.sweeps=false} turns it off (tests sweep by hand). */
@Component
@ConditionalOnProperty(name = "kameng.sweeps", havingValue = "true", matchIfMissing = true)
class SweepSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    private final Leases leases;
    private final List<Sweep> sweeps;

    SweepSchedule(Leases leases, List<Sweep> sweeps) {
        this.leases = leases;
        this.sweeps = sweeps;
    }

    @Scheduled(fixedDelayString = "${kameng.sweeps.pause:PT5S}")
    void run() {
        for (var sweep : sweeps) {
            try {
                leases.tryRun("sweep." + sweep.name(), sweep.every(), LEASE, () -> drain(sweep));
            } catch (RuntimeException e) {
                // One sweep that fails must not stop the others; it is tried again at its own pace.
                LOG.warn("sweep {} failed: {}", sweep.name(), e.getClass().getSimpleName());
            }
        }
    }

    private static void drain(Sweep sweep) {
        for (var batch = 0; batch < MOST_BATCHES && sweep.sweep(BATCH) == BATCH; batch++) {
            LOG.debug("sweep {} goes on", sweep.name());
        }
    }
}
