package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import org.kameng.domain.shared.RemoteCalls;
import org.springframework.stereotype.Component;

/** Publishes a message to the engine. The broker keeps it until an instance waits for it, or starts one. */
@Component
public class EngineMessages {
    /** A busy broker is free again in moments; the way back through the outbox would cost it and us more than asking again. */
    private static final BackOff BUSY = new BackOff(Duration.ofMillis(10), Duration.ofMillis(200));

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CamundaClient client;
    private final EngineSettings settings;
    private final EngineChannel channel;

    EngineMessages(CamundaClient client, EngineSettings settings, EngineChannel channel) {
        this.client = client;
        this.settings = settings;
        this.channel = channel;
    }

    /**
     * Sends a message; an unclear answer is {@link ReceiveResult.Later}.
     *
     * @param key correlation key: the business number
     * @param messageId the same whenever the same fact is sent again; a second one is taken as the first
     */
    public ReceiveResult publish(String name, String key, String messageId, Map<String, Object> variables) {
        RemoteCalls.assertNoConnectionHeld();
        var patience = System.nanoTime() + PATIENCE.toNanos();
        for (var attempt = 0; ; attempt++) {
            var code = send(name, key, messageId, variables);
            var busy = code == Status.Code.RESOURCE_EXHAUSTED && System.nanoTime() < patience;
            if (!busy || !EngineCommands.slept(BUSY.after(attempt))) return answer(code);
        }
    }

    private Status.Code send(String name, String key, String messageId, Map<String, Object> variables) {
        try {
            client.newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(key)
                    .messageId(messageId)
                    .timeToLive(settings.messageTtl())
                    .variables(variables)
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join();
            return Status.Code.OK;
        } catch (RuntimeException e) {
            return EngineCommands.code(e);
        }
    }

    private ReceiveResult answer(Status.Code code) {
        if (code == Status.Code.OK || code == Status.Code.ALREADY_EXISTS) return new ReceiveResult.Accepted();
        if (code == Status.Code.INVALID_ARGUMENT) return new ReceiveResult.Rejected("ENGINE_INVALID_ARGUMENT");
        if (code == Status.Code.UNAVAILABLE) channel.nudge();
        return new ReceiveResult.Later("ENGINE_" + code);
    }
}
