package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.nio.charset.StandardCharsets;

/** From records to rows. Copies at once what it needs, because the broker reuses the record. */
final class Translator {

    private Translator() {}

    /** Adds the rows of one record to the batch; true when there was one. */
    static boolean translate(Record<?> record, Batch batch) {
        return switch (record.getValueType()) {
            case PROCESS_INSTANCE ->
                InstanceRecords.element(record, (ProcessInstanceRecordValue) record.getValue(), batch);
            case JOB -> WorkRecords.job(record, (JobRecordValue) record.getValue(), batch);
            case USER_TASK -> WorkRecords.userTask(record, (UserTaskRecordValue) record.getValue(), batch);
            case MESSAGE_START_EVENT_SUBSCRIPTION ->
                InstanceRecords.correlation(
                        record, (MessageStartEventSubscriptionRecordValue) record.getValue(), batch);
            case VARIABLE -> InstanceRecords.variable(record, (VariableRecordValue) record.getValue(), batch);
            case TIMER -> WorkRecords.timer(record, (TimerRecordValue) record.getValue(), batch);
            case INCIDENT -> WorkRecords.incident(record, (IncidentRecordValue) record.getValue(), batch);
            case PROCESS -> definition(record, (Process) record.getValue(), batch);
            default -> false;
        };
    }

    private static boolean definition(Record<?> record, Process value, Batch batch) {
        if (record.getIntent() != ProcessIntent.CREATED) {
            return false;
        }
        batch.definitions.put(
                value.getProcessDefinitionKey(),
                new Rows.Definition(
                        value.getProcessDefinitionKey(),
                        value.getBpmnProcessId(),
                        value.getVersion(),
                        Texts.clean(new String(value.getResource(), StandardCharsets.UTF_8))));
        return true;
    }
}
