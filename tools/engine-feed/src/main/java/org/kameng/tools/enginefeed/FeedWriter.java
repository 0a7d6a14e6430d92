package org.kameng.tools.enginefeed;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The thread that writes one batch after the other, each until PostgreSQL has it. */
final class FeedWriter implements Runnable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    /** How far everything is committed, and in which epoch. */
    record Progress(long position, String token) {}

    private final FeedSettings settings;
    private final int partition;
    private final InstantSource clock;
    private final Batches batches;
    private final @Nullable String token;
    private final Outage outage;
    private final Thread thread;
    private volatile @Nullable Progress progress;

    // Touched by the writing thread only.
    private @Nullable FeedStore store;
    private Epochs.@Nullable Epoch epoch;
    private long lastPosition;

    /**
     * @param token the metadata the broker kept for the exporter, null when it knows none
     * @param lastPosition the last position acknowledged
     */
    FeedWriter(
            FeedSettings settings,
            int partition,
            InstantSource clock,
            Logger log,
            Batches batches,
            @Nullable String token,
            long lastPosition) {
        this.settings = settings;
        this.partition = partition;
        this.clock = clock;
        this.batches = batches;
        this.token = token;
        this.lastPosition = lastPosition;
        this.outage = new Outage(log);
        this.thread = new Thread(this, "engine-feed-" + partition);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Nullable
    Progress progress() {
        return progress;
    }

    /** Lets the thread write what is there, but does not wait for a PostgreSQL that is away: the broker will offer the rest again. */
    void close() {
        batches.close();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            Batch batch = batches.next();
            while (batch != null) {
                if (written(batch)) {
                    batch = batches.next();
                } else if (batches.closedWithin(outage.pause())) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private boolean written(Batch batch) {
        try {
            write(batch);
            outage.over();
            return true;
        } catch (SQLException | RuntimeException e) {
            // Whatever it is, the rows are still here and acknowledged by nobody; going on without them would lose
            // them.
            disconnect();
            outage.failed(e, settings);
            return false;
        }
    }

    private void write(Batch batch) throws SQLException {
        Epochs.Epoch current = epoch;
        if (batch.records > 0 && !batch.rows && current != null && !current.provisional()) {
            progressed(batch.position, current); // nothing for PostgreSQL in these records
            return;
        }
        FeedStore open = connected();
        if (current == null || (current.provisional() && batches.firstRecord() != null)) {
            current = resolved(open);
        }
        long now = clock.millis();
        long lag = batch.records == 0 ? 0 : Math.max(0, now - batch.timestamp);
        open.write(batch, current.number(), batch.records == 0 ? lastPosition : batch.position, now, lag);
        if (batch.records > 0) {
            progressed(batch.position, current);
        }
    }

    private void progressed(long position, Epochs.Epoch current) {
        lastPosition = position;
        progress = new Progress(position, current.token());
    }

    private Epochs.Epoch resolved(FeedStore open) throws SQLException {
        // A big book of open rows takes longer to mark as lost than any batch takes to write.
        open.connection()
                .setNetworkTimeout(Runnable::run, (int) Duration.ofMinutes(1).toMillis());
        Epochs.Epoch found =
                new Epochs(open.connection(), partition).resolve(token, batches.firstRecord(), clock.millis());
        open.connection()
                .setNetworkTimeout(Runnable::run, (int) Duration.ofSeconds(5).toMillis());
        epoch = found;
        return found;
    }

    private FeedStore connected() throws SQLException {
        FeedStore open = store;
        if (open == null) {
            open = new FeedStore(FeedConnection.open(settings), partition);
            store = open;
        }
        return open;
    }

    private void disconnect() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
