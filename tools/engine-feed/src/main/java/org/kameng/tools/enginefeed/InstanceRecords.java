package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.BpmnEventType;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import org.jspecify.annotations.Nullable;

/** Records about instances: what they walked through, how they live and end, and which business number they carry. */
final class InstanceRecords {

    static final String BUSINESS_NUMBER = "businessNo";

    private InstanceRecords() {}

    static boolean element(Record<?> record, ProcessInstanceRecordValue value, Batch batch) {
        if (!(record.getIntent() instanceof ProcessInstanceIntent intent)) {
            return false;
        }
        BpmnElementType type = value.getBpmnElementType();
        boolean made = type == BpmnElementType.PROCESS && life(record, value, intent, batch);
        if (type == BpmnElementType.END_EVENT && reachedEnd(value, intent)) {
            batch.add(instance(record, value, "ACTIVE", Texts.NO_INSTANT, Rows.STATELESS, value.getElementId()));
        }
        switch (intent) {
            case ELEMENT_ACTIVATED, ELEMENT_COMPLETED, ELEMENT_TERMINATED, SEQUENCE_FLOW_TAKEN ->
                batch.elements.add(new Rows.Element(
                        record.getPosition(),
                        value.getProcessInstanceKey(),
                        record.getKey(),
                        value.getElementId(),
                        type.name(),
                        intent.name(),
                        Texts.instant(record.getTimestamp())));
            default -> {
                return made;
            }
        }
        return true;
    }

    private static boolean life(
            Record<?> record, ProcessInstanceRecordValue value, ProcessInstanceIntent intent, Batch batch) {
        long position = record.getPosition();
        long at = Texts.instant(record.getTimestamp());
        switch (intent) {
            case ELEMENT_ACTIVATING, ELEMENT_MIGRATED ->
                batch.add(instance(record, value, "ACTIVE", Texts.NO_INSTANT, position, null));
            case ELEMENT_COMPLETED -> batch.add(instance(record, value, "COMPLETED", at, position, null));
            case ELEMENT_TERMINATED -> batch.add(instance(record, value, "TERMINATED", at, position, null));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** An error end event is never completed: reaching it is what ends the instance. */
    private static boolean reachedEnd(ProcessInstanceRecordValue value, ProcessInstanceIntent intent) {
        return value.getFlowScopeKey() == value.getProcessInstanceKey()
                && (intent == ProcessInstanceIntent.ELEMENT_COMPLETED
                        || (intent == ProcessInstanceIntent.ELEMENT_ACTIVATED
                                && value.getBpmnEventType() == BpmnEventType.ERROR));
    }

    private static Rows.Instance instance(
            Record<?> record,
            ProcessInstanceRecordValue value,
            String state,
            long endedAt,
            long position,
            @Nullable String endElementId) {
        return new Rows.Instance(
                value.getProcessInstanceKey(),
                value.getBpmnProcessId(),
                value.getProcessDefinitionKey(),
                value.getVersion(),
                value.getParentProcessInstanceKey(),
                state,
                Texts.instant(record.getTimestamp()),
                endedAt,
                position,
                endElementId,
                null,
                Rows.STATELESS);
    }

    static boolean correlation(Record<?> record, MessageStartEventSubscriptionRecordValue value, Batch batch) {
        return record.getIntent() == MessageStartEventSubscriptionIntent.CORRELATED
                && number(
                        record,
                        value.getProcessInstanceKey(),
                        value.getBpmnProcessId(),
                        value.getProcessDefinitionKey(),
                        Texts.orNull(value.getCorrelationKey(), Texts.NUMBER_LIMIT),
                        batch);
    }

    static boolean variable(Record<?> record, VariableRecordValue value, Batch batch) {
        return value.getScopeKey() == value.getProcessInstanceKey()
                && value.getName().equals(BUSINESS_NUMBER)
                && number(
                        record,
                        value.getProcessInstanceKey(),
                        value.getBpmnProcessId(),
                        value.getProcessDefinitionKey(),
                        Texts.jsonString(value.getValue()),
                        batch);
    }

    private static boolean number(
            Record<?> record,
            long instanceKey,
            String processId,
            long definitionKey,
            @Nullable String businessNo,
            Batch batch) {
        if (businessNo == null || instanceKey <= 0) {
            return false;
        }
        batch.add(new Rows.Instance(
                instanceKey,
                processId,
                definitionKey,
                0,
                -1,
                "ACTIVE",
                Texts.instant(record.getTimestamp()),
                Texts.NO_INSTANT,
                Rows.STATELESS,
                null,
                businessNo,
                record.getPosition()));
        return true;
    }
}
