package org.kameng.tools.cptengine;

import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.value.MessageCorrelationRecordValue;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import java.util.Map;

/** Message correlation with an answer; publishing goes by gRPC, straight to the engine. */
final class Messages {
    private final Commands commands;

    Messages(Commands commands) {
        this.commands = commands;
    }

    void routes(Http http) {
        http.on("POST", "/v2/messages/correlation", this::correlate);
    }

    private Object correlate(Http.Request request) {
        var name = request.body().get("name");
        if (name == null || name.toString().isBlank()) {
            throw Problem.invalid("No messageName provided");
        }
        var correlationKey = request.body().get("correlationKey");
        var message = new MessageCorrelationRecord()
                .setName(name.toString())
                .setCorrelationKey(correlationKey == null ? "" : correlationKey.toString())
                .setVariables(Commands.variables(request.body().get("variables")))
                .setTenantId(TenantOwned.DEFAULT_TENANT_IDENTIFIER);
        var outcome = commands.send(
                -1,
                ValueType.MESSAGE_CORRELATION,
                MessageCorrelationIntent.CORRELATE,
                message,
                event -> event.getIntent() == MessageCorrelationIntent.CORRELATED
                        || event.getIntent() == MessageCorrelationIntent.NOT_CORRELATED);
        var value = (MessageCorrelationRecordValue) outcome.getValue();
        if (outcome.getIntent() == MessageCorrelationIntent.NOT_CORRELATED) {
            throw Problem.notFound("no subscription took message '" + name + "'");
        }
        return Map.of(
                "messageKey", Long.toString(value.getMessageKey()),
                "processInstanceKey", Long.toString(value.getProcessInstanceKey()),
                "tenantId", value.getTenantId());
    }
}
