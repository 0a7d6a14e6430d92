package org.kameng.processes.order;

import java.time.Clock;
import org.kameng.processes.engine.StuckJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Offers jobs again that an outage left as incidents: their instances are running, so nobody else would move them. A job
 * that fails on raises a new incident, which waits twice as long as the one before.
 */
@Component
class IncidentHealer {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentHealer.class);
    private static final int LIMIT = 200;
    private static final int RETRIES = 3;

    private final EngineState engine;
    private final StuckJobs jobs;
    private final ReconcilerSettings settings;
    private final Clock clock;

    IncidentHealer(EngineState engine, StuckJobs jobs, ReconcilerSettings settings, Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; ends early when the broker gives no clear answer, the next one goes on. */
    void heal() {
        var stuck = engine.stuckJobs(settings.stuck(), LIMIT, clock.instant());
        if (stuck.isEmpty()) return;
        var offered = 0;
        for (var job : stuck) {
            var offer = jobs.offerAgain(job.jobKey(), job.incidentKey(), RETRIES);
            if (offer == StuckJobs.Offer.UNCLEAR) break;
            if (offer == StuckJobs.Offer.TAKEN) offered++;
        }
        LOG.warn("{} of {} jobs that stood still as incidents were offered again", offered, stuck.size());
    }
}
