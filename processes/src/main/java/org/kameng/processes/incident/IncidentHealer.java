package org.kameng.processes.incident;

import java.time.Clock;
import org.kameng.processes.engine.StuckJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Offers jobs again that an outage left as incidents: their instances are running, so nobody else would move them. A job
 * that fails on raises a new incident, which waits twice as long as the one before.
 */
@Component
@EnableConfigurationProperties(HealingSettings.class)
public class IncidentHealer {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentHealer.class);
    private static final int LIMIT = 200;
    static final int RETRIES = 3;

    private final IncidentTable incidents;
    private final StuckJobs jobs;
    private final HealingSettings settings;
    private final Clock clock;

    IncidentHealer(IncidentTable incidents, StuckJobs jobs, HealingSettings settings, Clock clock) {
        this.incidents = incidents;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; ends early when the broker gives no clear answer, the next one goes on. */
    public void heal() {
        var stuck = incidents.stuckJobs(settings.stuck(), LIMIT, clock.instant());
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
