package org.kameng.tools.cptengine;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.function.Function;

/** Turns the engine's log into read models. Every read first takes in what is new, so no answer lags behind the log. */
final class Projection {
    private final EngineHost engine;
    private final Tables tables = new Tables();
    private final Definitions definitions = new Definitions();
    private final InstanceRows instances = new InstanceRows(tables, definitions);
    private final TaskRows tasks = new TaskRows(tables, definitions);
    private final MessageRows messages = new MessageRows(tables);
    private int next;

    Projection(EngineHost engine) {
        this.engine = engine;
    }

    synchronized <T> T read(Function<Tables, T> question) {
        engine.settle();
        var fresh = engine.records(next);
        fresh.forEach(this::apply);
        next += fresh.size();
        return question.apply(tables);
    }

    synchronized String xml(long processDefinitionKey) {
        return read(ignored -> definitions.find(processDefinitionKey))
                .orElseThrow(() -> Problem.notFound("no process definition with key " + processDefinitionKey))
                .xml();
    }

    /** Replaces the engine and forgets all it said, as one step for every reader. */
    synchronized void purge() {
        engine.replace();
        tables.clear();
        definitions.clear();
        next = 0;
    }

    private void apply(Record<?> record) {
        if (record.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (record.getValue()) {
            case Process value -> instances.process(record, value);
            case ProcessInstanceRecordValue value -> instances.element(record, value);
            case VariableRecordValue value -> instances.variable(record, value);
            case IncidentRecordValue value -> instances.incident(record, value);
            case UserTaskRecordValue value -> tasks.task(record, value);
            case ProcessMessageSubscriptionRecordValue value -> messages.subscription(record, value);
            case MessageStartEventSubscriptionRecordValue value -> messages.start(record, value);
            case DecisionEvaluationRecordValue value -> DecisionRows.add(tables, record, value);
            default -> {} // the log holds many more kinds that no search shows
        }
    }
}
