package org.kameng.processes.engine;

import io.camunda.client.api.worker.JobHandler;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Lets a mocked worker answer with the records of the real one. */
public final class Answers {
    private Answers() {}

    public static Map<String, Object> variables(Record answer) {
        return JobVariables.write(answer);
    }

    /** The answers one after another, the last one for ever. */
    public static JobHandler inTurn(Record... answers) {
        Queue<Record> left = new ArrayDeque<>(List.of(answers));
        return (client, job) -> {
            Record next;
            synchronized (left) {
                next = left.size() > 1 ? left.poll() : left.peek();
            }
            client.newCompleteCommand(job).variables(variables(next)).send().join();
        };
    }
}
