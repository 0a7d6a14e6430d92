package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import org.kameng.domain.shared.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves on what stands still as incidents: jobs that used up their retries, and steps the engine could not do. */
@Component
public class StuckJobs {
    private static final Logger LOG = LoggerFactory.getLogger(StuckJobs.class);

    /** What the engine answered. */
    public enum Offer {
        TAKEN,
        /** The job or its incident is not there any more, or the engine will never take the command. */
        GONE,
        /** No clear answer: ask again, both commands may be sent twice. */
        UNCLEAR
    }

    private final CamundaClient client;
    private final EngineSettings settings;

    StuckJobs(CamundaClient client, EngineSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Gives the job {@code retries} more tries and resolves its incident. */
    public Offer offerAgain(long jobKey, long incidentKey, int retries) {
        RemoteCalls.assertNoConnectionHeld();
        var updated = send(client.newUpdateRetriesCommand(jobKey).retries(retries));
        return switch (updated) {
            case TAKEN -> resolve(incidentKey);
            case GONE, UNCLEAR -> updated;
        };
    }

    /** Lets the engine try again where no job is to blame. */
    public Offer resolve(long incidentKey) {
        RemoteCalls.assertNoConnectionHeld();
        return send(client.newResolveIncidentCommand(incidentKey));
    }

    private Offer send(FinalCommandStep<?> command) {
        try {
            command.requestTimeout(settings.requestTimeout()).send().join();
            return Offer.TAKEN;
        } catch (RuntimeException e) {
            var code = EngineCommands.code(e);
            if (!EngineCommands.isFinal(code)) return Offer.UNCLEAR;
            if (code != Status.Code.NOT_FOUND) LOG.warn("the engine refused to offer a stuck job again: {}", code);
            return Offer.GONE;
        }
    }
}
