package org.kameng.tools.enginefeed;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Zeebe exporter that writes what the engine does into schema {@code engine} of PostgreSQL: instances, user tasks, element and job events, incidents,
 * timers, process XML. Arguments {@code url}, {@code user}, {@code password}. A position is acknowledged only after PostgreSQL has committed it; with
 * PostgreSQL away the engine goes on, the log grows, and nothing is missing afterwards.
 *
 * <p>Of variables it keeps the one named {@code businessNo} and no other, of error messages the first 500 characters.
 */
public final class EngineFeed implements Exporter {

    // Acknowledging only lets the broker shorten its log: no hurry.
    private static final Duration ACKNOWLEDGE_AFTER = Duration.ofMillis(200);

    private @Nullable FeedSettings settings;
    private @Nullable InstantSource clock;
    private @Nullable Logger log;
    private int partition;

    private @Nullable Controller controller;
    private @Nullable Batches batches;
    private @Nullable FeedWriter writer;
    private @Nullable ScheduledTask tick;
    private FeedWriter.@Nullable Progress acknowledged;

    /** Checks the arguments and nothing else: the broker calls this once more only to validate. */
    @Override
    public void configure(Context context) {
        settings = FeedSettings.of(context.getConfiguration().getArguments());
        clock = context.clock();
        log = context.getLogger();
        partition = context.getPartitionId();
        context.setFilter(new Wanted());
    }

    @Override
    public void open(Controller opened) {
        if (settings == null || clock == null || log == null) {
            throw new IllegalStateException("engine-feed is opened before it is configured");
        }
        String token = opened.readMetadata()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
        controller = opened;
        batches = new Batches(token == null);
        writer =
                new FeedWriter(settings, partition, clock, log, batches, token, opened.getLastExportedRecordPosition());
        writer.start();
        log.info("engine-feed of partition {} writes as {}", partition, settings);
        tick();
    }

    @Override
    public void export(Record<?> record) {
        if (batches == null) {
            throw new IllegalStateException("engine-feed is not open");
        }
        batches.take(record);
    }

    @Override
    public void close() {
        if (tick != null) {
            tick.cancel();
        }
        if (writer != null) {
            writer.close();
            acknowledge();
        }
    }

    private void tick() {
        acknowledge();
        if (controller != null) {
            tick = controller.scheduleCancellableTask(ACKNOWLEDGE_AFTER, this::tick);
        }
    }

    private void acknowledge() {
        FeedWriter.Progress progress = writer == null ? null : writer.progress();
        if (progress != null && !progress.equals(acknowledged) && controller != null) {
            controller.updateLastExportedRecordPosition(
                    progress.position(), progress.token().getBytes(StandardCharsets.UTF_8));
            acknowledged = progress;
        }
    }
}
