package org.kameng.tools.enginefeed;

import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The side of the broker an exporter sees: hands over what is not acknowledged, keeps position and metadata, retries what is refused. */
final class FakeBroker implements Context, Controller {

    private final FeedSettings settings;
    private final BrokerLog log;
    private EngineFeed feed;
    private long position = -1;
    private byte[] metadata;
    private Runnable tick;
    private int exported;

    FakeBroker(FeedSettings settings, BrokerLog log) {
        this.settings = settings;
        this.log = log;
    }

    FakeBroker start() {
        feed = new EngineFeed();
        feed.configure(this);
        feed.open(this);
        exported = 0;
        return this;
    }

    /** Hands over the records of the log that are not acknowledged yet; stops at a refusal as the broker would. */
    FakeBroker exportAll() {
        while (exported < log.records.size()) {
            Record<?> record = log.records.get(exported);
            if (record.getPosition() > position) {
                feed.export(record);
            }
            exported++;
        }
        return this;
    }

    FakeBroker untilAcknowledged() {
        long last = log.records.getLast().getPosition();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged() >= last);
        return this;
    }

    long acknowledged() {
        Runnable due = tick;
        if (due != null) {
            tick = null;
            due.run();
        }
        return position;
    }

    int exported() {
        return exported;
    }

    void stop() {
        if (feed != null) {
            feed.close();
        }
    }

    /** A broker that ends before its first snapshot has neither position nor metadata afterwards. */
    void forget() {
        position = -1;
        metadata = null;
    }

    @Override
    public void updateLastExportedRecordPosition(long to) {
        throw new UnsupportedOperationException("an acknowledgement carries the token");
    }

    @Override
    public void updateLastExportedRecordPosition(long to, byte[] with) {
        if (to > position) {
            position = to;
            metadata = with.clone();
        }
    }

    @Override
    public long getLastExportedRecordPosition() {
        return position;
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
        tick = task;
        return () -> tick = null;
    }

    @Override
    public Optional<byte[]> readMetadata() {
        return Optional.ofNullable(metadata);
    }

    @Override
    public MeterRegistry getMeterRegistry() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Logger getLogger() {
        return LoggerFactory.getLogger("engine-feed");
    }

    @Override
    public InstantSource clock() {
        return Clock.systemUTC();
    }

    @Override
    public Configuration getConfiguration() {
        return new Arguments(Map.of("URL", settings.url(), "user", settings.user(), "Password", settings.password()));
    }

    @Override
    public int getPartitionId() {
        return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {
        log.records.forEach(record -> {
            if (!filter.acceptType(record.getRecordType()) || !filter.acceptValue(record.getValueType())) {
                throw new AssertionError("the feed does not want " + record.getValueType());
            }
        });
    }

    record Arguments(Map<String, Object> arguments) implements Configuration {
        @Override
        public Map<String, Object> getArguments() {
            return arguments;
        }

        @Override
        public String getId() {
            return "enginefeed";
        }

        @Override
        public <T> T instantiate(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
