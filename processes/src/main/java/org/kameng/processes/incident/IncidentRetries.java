package org.kameng.processes.incident;

import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.processes.engine.EngineReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.kameng.processes.engine.StuckJobs;
import org.springframework.stereotype.Component;

/** Tells the engine that a person wants an incident tried again. One that is over needs nothing any more. */
@Component
class IncidentRetries implements EngineReceiver {
    static final String TOPIC = "incident-retry";

    private final IncidentTable incidents;
    private final StuckJobs jobs;
    private final HealingSettings settings;

    IncidentRetries(IncidentTable incidents, StuckJobs jobs, HealingSettings settings) {
        this.incidents = incidents;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        var found = incidents.find(IncidentId.parse(message.key()), settings.stuck());
        // Keys start again when the broker's data is lost: one of a lost epoch may name another incident by now.
        return found.filter(IncidentTable.Stored::open).map(this::offer).orElseGet(ReceiveResult.Accepted::new);
    }

    private ReceiveResult offer(IncidentTable.Stored found) {
        var incident = found.row().id().key();
        var job = found.jobKey();
        var offer = job == null ? jobs.resolve(incident) : jobs.offerAgain(job, incident, IncidentHealer.RETRIES);
        return switch (offer) {
            case TAKEN, GONE -> new ReceiveResult.Accepted();
            case UNCLEAR -> new ReceiveResult.Later("NO_ANSWER");
        };
    }
}
