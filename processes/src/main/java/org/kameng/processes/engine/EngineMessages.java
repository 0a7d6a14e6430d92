package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.util.Map;
import org.kameng.domain.shared.RemoteCalls;
import org.springframework.stereotype.Component;

/** Publishes a message to the engine. The broker keeps it until an instance waits for it, or starts one. */
@Component
public class EngineMessages {
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
            return new ReceiveResult.Accepted();
        } catch (RuntimeException e) {
            return answer(EngineCommands.code(e));
        }
    }

    private ReceiveResult answer(Status.Code code) {
        if (code == Status.Code.ALREADY_EXISTS) return new ReceiveResult.Accepted();
        if (code == Status.Code.INVALID_ARGUMENT) return new ReceiveResult.Rejected("ENGINE_INVALID_ARGUMENT");
        if (code == Status.Code.UNAVAILABLE) channel.nudge();
        return new ReceiveResult.Later("ENGINE_" + code);
    }
}
