package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.BpmnEventType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.ImmutableIncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableMessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableTimerRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableUserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.ImmutableProcess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The log of a broker as a test tells it: positions and timestamps rise from record to record. */
final class BrokerLog {

    static final long DEFINITION = 2251799813685249L;
    static final String PROCESS = "two-tasks";
    private static final long START_OF_TASKS =
            Instant.parse("2026-11-22T09:00:00Z").toEpochMilli();

    final List<Record<?>> records = new ArrayList<>();
    private long position = 10;
    private long timestamp;

    BrokerLog(Instant start) {
        timestamp = start.toEpochMilli();
    }

    BrokerLog definition() {
        return add(
                DEFINITION,
                ValueType.PROCESS,
                ProcessIntent.CREATED,
                ImmutableProcess.builder()
                        .withBpmnProcessId(PROCESS)
                        .withVersion(3)
                        .withProcessDefinitionKey(DEFINITION)
                        .withResource("<bpmn/>".getBytes(StandardCharsets.UTF_8))
                        .build());
    }

    /** What a broker writes for an order that waits for a person: message start, a failed and repaired job, a user task, a timer. */
    BrokerLog waitingOrder(long instance, String orderNo) {
        correlated(instance, orderNo);
        life(instance, ProcessInstanceIntent.ELEMENT_ACTIVATING);
        variable(instance, instance, "businessNo", "\"" + orderNo + "\"");
        life(instance, ProcessInstanceIntent.ELEMENT_ACTIVATED);
        element(
                instance,
                instance + 1,
                "Task_Work",
                BpmnElementType.SERVICE_TASK,
                ProcessInstanceIntent.ELEMENT_ACTIVATED);
        job(instance, instance + 2, JobIntent.CREATED, 3, "");
        job(instance, instance + 2, JobIntent.FAILED, 2, "the channel was silent");
        incident(instance, instance + 3, IncidentIntent.CREATED, "no retries left");
        incident(instance, instance + 3, IncidentIntent.RESOLVED, "no retries left");
        job(instance, instance + 2, JobIntent.COMPLETED, 2, "");
        element(
                instance,
                instance + 1,
                "Task_Work",
                BpmnElementType.SERVICE_TASK,
                ProcessInstanceIntent.ELEMENT_COMPLETED);
        element(instance, -1, "Flow_1", BpmnElementType.SEQUENCE_FLOW, ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN);
        element(
                instance,
                instance + 4,
                "Task_Look",
                BpmnElementType.USER_TASK,
                ProcessInstanceIntent.ELEMENT_ACTIVATED);
        userTask(instance, instance + 5, UserTaskIntent.CREATING);
        userTask(instance, instance + 5, UserTaskIntent.CREATED);
        return timer(instance, instance + 6, TimerIntent.CREATED);
    }

    BrokerLog doneOrder(long instance) {
        userTask(instance, instance + 5, UserTaskIntent.COMPLETED);
        timer(instance, instance + 6, TimerIntent.CANCELED);
        element(
                instance,
                instance + 4,
                "Task_Look",
                BpmnElementType.USER_TASK,
                ProcessInstanceIntent.ELEMENT_COMPLETED);
        element(
                instance,
                instance + 7,
                "EndEvent_Done",
                BpmnElementType.END_EVENT,
                ProcessInstanceIntent.ELEMENT_ACTIVATED);
        element(
                instance,
                instance + 7,
                "EndEvent_Done",
                BpmnElementType.END_EVENT,
                ProcessInstanceIntent.ELEMENT_COMPLETED);
        return life(instance, ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    BrokerLog correlated(long instance, String orderNo) {
        return add(
                instance + 8,
                ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
                MessageStartEventSubscriptionIntent.CORRELATED,
                ImmutableMessageStartEventSubscriptionRecordValue.builder()
                        .withBpmnProcessId(PROCESS)
                        .withProcessDefinitionKey(DEFINITION)
                        .withProcessInstanceKey(instance)
                        .withCorrelationKey(orderNo)
                        .withMessageName("Order placed")
                        .withStartEventId("StartEvent_Placed")
                        .withVariables(Map.of("riskScore", "SECRET-SCORE"))
                        .build());
    }

    BrokerLog life(long instance, ProcessInstanceIntent intent) {
        return child(instance, -1, intent);
    }

    BrokerLog child(long instance, long parent, ProcessInstanceIntent intent) {
        return add(
                instance,
                ValueType.PROCESS_INSTANCE,
                intent,
                ImmutableProcessInstanceRecordValue.builder()
                        .from(step(instance, PROCESS, BpmnElementType.PROCESS))
                        .withParentProcessInstanceKey(parent)
                        .withFlowScopeKey(-1)
                        .build());
    }

    BrokerLog element(long instance, long key, String elementId, BpmnElementType type, ProcessInstanceIntent intent) {
        return add(key, ValueType.PROCESS_INSTANCE, intent, step(instance, elementId, type));
    }

    private static ImmutableProcessInstanceRecordValue step(long instance, String elementId, BpmnElementType type) {
        return ImmutableProcessInstanceRecordValue.builder()
                .withBpmnProcessId(PROCESS)
                .withProcessDefinitionKey(DEFINITION)
                .withVersion(3)
                .withProcessInstanceKey(instance)
                .withElementId(elementId)
                .withBpmnElementType(type)
                .withBpmnEventType(BpmnEventType.NONE)
                .withFlowScopeKey(instance)
                .withParentProcessInstanceKey(-1)
                .withParentElementInstanceKey(-1)
                .build();
    }

    BrokerLog variable(long instance, long scope, String name, String value) {
        return add(
                instance + 900,
                ValueType.VARIABLE,
                VariableIntent.CREATED,
                ImmutableVariableRecordValue.builder()
                        .withBpmnProcessId(PROCESS)
                        .withProcessDefinitionKey(DEFINITION)
                        .withProcessInstanceKey(instance)
                        .withScopeKey(scope)
                        .withName(name)
                        .withValue(value)
                        .build());
    }

    BrokerLog job(long instance, long key, JobIntent intent, int retries, String error) {
        return add(
                key,
                ValueType.JOB,
                intent,
                ImmutableJobRecordValue.builder()
                        .withProcessInstanceKey(instance)
                        .withElementId("Task_Work")
                        .withType("do-work")
                        .withWorker("worker-1")
                        .withRetries(retries)
                        .withRetryBackoff(error.isEmpty() ? 0 : 20_000)
                        .withDeadline(-1)
                        .withErrorMessage(error)
                        .withErrorCode("")
                        .withVariables(Map.of("cardNo", "SECRET-CARD"))
                        .withCustomHeaders(Map.of("h", "SECRET-HEADER"))
                        .build());
    }

    BrokerLog incident(long instance, long key, IncidentIntent intent, String message) {
        return add(
                key,
                ValueType.INCIDENT,
                intent,
                ImmutableIncidentRecordValue.builder()
                        .withProcessInstanceKey(instance)
                        .withElementId("Task_Work")
                        .withJobKey(instance + 2)
                        .withErrorType(ErrorType.JOB_NO_RETRIES)
                        .withErrorMessage(message)
                        .build());
    }

    BrokerLog userTask(long instance, long key, UserTaskIntent intent) {
        return add(
                key,
                ValueType.USER_TASK,
                intent,
                ImmutableUserTaskRecordValue.builder()
                        .withUserTaskKey(key)
                        .withProcessInstanceKey(instance)
                        .withBpmnProcessId(PROCESS)
                        .withElementId("Task_Look")
                        .withElementInstanceKey(instance + 4)
                        .withCandidateGroupsList(List.of("SUPPORT_AGENT", "FINANCE"))
                        .withDueDate("2026-11-23T08:00:00+08:00[Asia/Shanghai]")
                        .withExternalFormReference("ref-" + instance)
                        .withPriority(70)
                        .withCreationTimestamp(START_OF_TASKS + instance)
                        .withVariables(Map.of("phone", "SECRET-PHONE"))
                        .build());
    }

    BrokerLog timer(long instance, long key, TimerIntent intent) {
        return add(
                key,
                ValueType.TIMER,
                intent,
                ImmutableTimerRecordValue.builder()
                        .withProcessInstanceKey(instance)
                        .withElementInstanceKey(instance + 4)
                        .withTargetElementId("Timer_Due")
                        .withDueDate(Instant.parse("2026-11-22T10:15:00Z").toEpochMilli())
                        .build());
    }

    private <T extends RecordValue> BrokerLog add(long key, ValueType valueType, Intent intent, T value) {
        position += 3;
        timestamp += 7;
        records.add(ImmutableRecord.<T>builder()
                .withPosition(position)
                .withTimestamp(timestamp)
                .withKey(key)
                .withPartitionId(1)
                .withRecordType(RecordType.EVENT)
                .withValueType(valueType)
                .withIntent(intent)
                .withValue(value)
                .build());
        return this;
    }
}
