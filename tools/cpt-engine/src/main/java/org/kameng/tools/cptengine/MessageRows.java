package org.kameng.tools.cptengine;

import static org.kameng.tools.cptengine.View.CORRELATED_MESSAGE_SUBSCRIPTIONS;
import static org.kameng.tools.cptengine.View.MESSAGE_SUBSCRIPTIONS;
import static org.kameng.tools.cptengine.View.PROCESS_INSTANCES;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import org.jspecify.annotations.Nullable;

/** What instances wait for, and what reached them; a message start counts as reached only. */
final class MessageRows {
    private final Tables tables;

    MessageRows(Tables tables) {
        this.tables = tables;
    }

    void subscription(Record<?> record, ProcessMessageSubscriptionRecordValue value) {
        switch ((ProcessMessageSubscriptionIntent) record.getIntent()) {
            case CREATED -> open(record, value, "CREATED");
            case MIGRATED -> open(record, value, "MIGRATED");
            case DELETED -> open(record, value, "DELETED");
            case CORRELATED -> {
                open(record, value, "CORRELATED");
                correlated(record, value.getMessageKey(), value.getTenantId())
                        .text("correlationKey", value.getCorrelationKey())
                        .text("elementId", value.getElementId())
                        .key("elementInstanceKey", value.getElementInstanceKey())
                        .text("messageName", value.getMessageName())
                        .text("processDefinitionId", value.getBpmnProcessId())
                        .set("processDefinitionKey", definitionOf(value))
                        .key("processInstanceKey", value.getProcessInstanceKey());
            }
            default -> {} // steps on the way
        }
    }

    void start(Record<?> record, MessageStartEventSubscriptionRecordValue value) {
        if (record.getIntent() != MessageStartEventSubscriptionIntent.CORRELATED) {
            return;
        }
        correlated(record, value.getMessageKey(), value.getTenantId())
                .text("correlationKey", value.getCorrelationKey())
                .text("elementId", value.getStartEventId())
                .text("messageName", value.getMessageName())
                .text("processDefinitionId", value.getBpmnProcessId())
                .key("processDefinitionKey", value.getProcessDefinitionKey())
                .key("processInstanceKey", value.getProcessInstanceKey());
    }

    private void open(Record<?> record, ProcessMessageSubscriptionRecordValue value, String state) {
        tables.row(MESSAGE_SUBSCRIPTIONS, record.getKey())
                .key("messageSubscriptionKey", record.getKey())
                .text("processDefinitionId", value.getBpmnProcessId())
                .set("processDefinitionKey", definitionOf(value))
                .key("processInstanceKey", value.getProcessInstanceKey())
                .text("elementId", value.getElementId())
                .key("elementInstanceKey", value.getElementInstanceKey())
                .set("messageSubscriptionState", state)
                .set("lastUpdatedDate", Row.date(record.getTimestamp()))
                .text("messageName", value.getMessageName())
                .text("correlationKey", value.getCorrelationKey())
                .text("tenantId", value.getTenantId());
    }

    /** One subscription may take many messages (non-interrupting events), so both keys name the row. */
    private Row correlated(Record<?> record, long messageKey, String tenantId) {
        return tables.row(CORRELATED_MESSAGE_SUBSCRIPTIONS, messageKey + "_" + record.getKey())
                .key("subscriptionKey", record.getKey())
                .key("messageKey", messageKey)
                .set("partitionId", record.getPartitionId())
                .set("correlationTime", Row.date(record.getTimestamp()))
                .text("tenantId", tenantId);
    }

    /** The record names the process but not its version's key; the waiting instance does. */
    private @Nullable Object definitionOf(ProcessMessageSubscriptionRecordValue value) {
        return tables.find(PROCESS_INSTANCES, Long.toString(value.getProcessInstanceKey()))
                .map(row -> row.get("processDefinitionKey"))
                .orElse(null);
    }
}
