package org.kameng.tools.cptengine;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The one in-memory engine of this JVM. Its port never changes; the engine behind it is replaced on every purge. */
final class EngineHost {
    private final int port = freePort();
    private ZeebeTestEngine engine = start();
    private Duration offset = Duration.ZERO;

    int port() {
        return port;
    }

    /** A new engine with an empty log and the machine's own time. Clients of the old one must be closed by now. */
    synchronized void replace() {
        stop(engine);
        engine = start();
        offset = Duration.ZERO;
    }

    synchronized Instant now() {
        return Instant.now().plus(offset);
    }

    synchronized void increaseTime(Duration step) {
        engine.increaseTime(step);
        offset = offset.plus(step);
    }

    synchronized void resetTime() {
        increaseTime(offset.negated());
    }

    /** All records of the log from the given index on, in the order of the log. */
    synchronized List<Record<?>> records(int from) {
        var all = engine.getRecordStreamSource().getRecords();
        if (all instanceof List<Record<?>> list) {
            return List.copyOf(list.subList(from, list.size()));
        }
        var rest = new ArrayList<Record<?>>();
        all.forEach(rest::add);
        return rest.subList(from, rest.size());
    }

    /** Appends a command as the broker's own API would; returns its position in the log. */
    synchronized long write(long key, ValueType type, Intent intent, UnifiedRecordValue value) {
        var metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent);
        var entry = key < 0 ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value);
        var written = logStream().newLogStreamWriter().tryWrite(WriteContext.internal(), entry);
        if (written.isLeft()) {
            throw new Problem(503, "RESOURCE_EXHAUSTED", "the engine refused to append: " + written.getLeft());
        }
        return written.get();
    }

    /** The engine offers native user-task commands nowhere else: its gRPC gateway lacks them. */
    private LogStream logStream() {
        try {
            var field = engine.getClass().getDeclaredField("logStream");
            field.setAccessible(true);
            return (LogStream) field.get(engine);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(
                    "This zeebe-process-test-engine has no field InMemoryEngine.logStream; cpt-engine fits 8.8.x",
                    changed);
        }
    }

    private ZeebeTestEngine start() {
        var created = EngineFactory.create(port);
        try {
            created.start();
            return created;
        } catch (RuntimeException failure) {
            stop(created);
            throw failure;
        }
    }

    private static void stop(ZeebeTestEngine engine) {
        engine.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
