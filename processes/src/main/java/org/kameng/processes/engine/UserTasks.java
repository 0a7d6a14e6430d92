package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import java.util.Map;
import org.kameng.domain.shared.RemoteCalls;
import org.springframework.stereotype.Component;

/** Completes native user tasks. Only REST can. */
@Component
public class UserTasks {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;

    /** What the engine answered. */
    public sealed interface Completion {
        record Completed() implements Completion {}

        /** The task is not there any more: done before, cancelled by a timer, or lost with the broker. */
        record Gone() implements Completion {}

        /** The engine will never take it as it is. */
        record Refused() implements Completion {}

        /** No clear answer: ask again. */
        record Unclear(String code) implements Completion {}
    }

    private final CamundaClient client;
    private final EngineSettings settings;

    UserTasks(CamundaClient client, EngineSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    public Completion complete(long userTaskKey, Map<String, Object> variables) {
        RemoteCalls.assertNoConnectionHeld();
        try {
            client.newCompleteUserTaskCommand(userTaskKey)
                    .variables(variables)
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join();
            return new Completion.Completed();
        } catch (ClientHttpException e) {
            return switch (e.code()) {
                case NOT_FOUND, CONFLICT -> new Completion.Gone();
                case BAD_REQUEST -> new Completion.Refused();
                default -> new Completion.Unclear("HTTP_" + e.code());
            };
        } catch (RuntimeException e) {
            return new Completion.Unclear("NO_ANSWER");
        }
    }
}
