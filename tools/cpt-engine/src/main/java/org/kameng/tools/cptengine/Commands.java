package org.kameng.tools.cptengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Appends commands to the engine's log and waits for what the engine made of them. */
final class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EngineHost engine;

    Commands(EngineHost engine) {
        this.engine = engine;
    }

    /** The first event after the command that fits. Throws the rejection as a {@link Problem}; 504 after 10 s without either. */
    Record<?> send(long key, ValueType type, Intent intent, UnifiedRecordValue value, Predicate<Record<?>> outcome) {
        var next = engine.records(0).size();
        var position = engine.write(key, type, intent, value);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var fresh = engine.records(next);
            next += fresh.size();
            for (var record : fresh) {
                if (isRejection(record) && record.getSourceRecordPosition() == position) {
                    throw Problem.rejected(record.getRejectionType(), record.getRejectionReason());
                }
                if (record.getRecordType() == RecordType.EVENT
                        && record.getPosition() > position
                        && outcome.test(record)) {
                    return record;
                }
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        throw new Problem(
                504, "GATEWAY_TIMEOUT", "the engine did not answer " + type + " " + intent + " in " + PATIENCE);
    }

    /** Variables of a request as the engine stores them; none is an empty document. */
    static DirectBuffer variables(@Nullable Object variables) {
        try {
            var json = variables == null ? "{}" : JSON.writeValueAsString(variables);
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json));
        } catch (JsonProcessingException malformed) {
            throw Problem.invalid("variables are not a JSON object");
        }
    }

    private static boolean isRejection(Record<?> record) {
        return record.getRecordType() == RecordType.COMMAND_REJECTION;
    }
}
