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
import io.camunda.zeebe.stream.impl.StreamProcessor;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The one in-memory engine of this JVM. Its port never changes; the engine behind it is replaced on every purge. */
final class EngineHost {
    private static final Duration TIMER_CHECK = Duration.ofMillis(20);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration STEP = Duration.ofMillis(1);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 5;

    private final int port = freePort();
    private ZeebeTestEngine engine = start();
    private Duration offset = Duration.ZERO;

    int port() {
        return port;
    }

    /** A new engine with an empty log and the machine's own time. Clients of the old one must be closed by now. */
    synchronized void replace() {
        engine.stop();
        engine = start();
        offset = Duration.ZERO;
    }

    synchronized Instant now() {
        return Instant.now().plus(offset);
    }

    /** Returns when timers that are now due have fired, so that steps may follow each other without an assertion between. */
    void increaseTime(Duration step) {
        synchronized (this) {
            engine.increaseTime(step);
            offset = offset.plus(step);
        }
        LockSupport.parkNanos(TIMER_CHECK.toNanos());
        settle();
    }

    synchronized void resetTime() {
        engine.increaseTime(offset.negated());
        offset = Duration.ZERO;
    }

    /** Waits (briefly) until the engine has worked off its log, so that reads see the effects of all commands sent so far. */
    void settle() {
        var processor = (StreamProcessor) field("streamProcessor");
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (!processor.hasProcessingReachedTheEnd().join() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
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
        var log = (LogStream) field("logStream");
        var written = log.newLogStreamWriter().tryWrite(WriteContext.internal(), entry);
        if (written.isLeft()) {
            throw new Problem(503, "RESOURCE_EXHAUSTED", "the engine refused to append: " + written.getLeft());
        }
        return written.get();
    }

    /** The engine hides its log and its processor, and its gRPC gateway lacks native user-task commands. */
    private synchronized Object field(String name) {
        try {
            var field = engine.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(engine);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(
                    "This zeebe-process-test-engine has no field " + name + "; cpt-engine fits 8.8.x", changed);
        }
    }

    private ZeebeTestEngine start() {
        for (var attempt = 1; ; attempt++) {
            var created = EngineFactory.create(port);
            try {
                created.start();
                return created;
            } catch (RuntimeException failure) {
                // An engine that did not start waits minutes for its own end: the next attempt does not wait with it.
                Thread.ofPlatform().daemon().start(created::stop);
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("cannot start the in-memory engine on port " + port, failure);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Below the ports that systems give to outgoing connections, one of which could slip in while the engine is replaced. */
    private static int freePort() {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // somebody else's port: try another
            }
        }
        throw new IllegalStateException("no free port between 20000 and 32000");
    }
}
