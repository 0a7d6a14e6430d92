package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.Record;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The thread that writes. The exporter fills one batch while this thread writes the other, so the broker never waits for PostgreSQL, until the
 * batch it fills is full: then {@link #take} refuses, and the broker offers the same record again.
 */
final class FeedWriter implements Runnable {

    static final int FLUSH_RECORDS = 200;
    static final int CAPACITY = 5_000;
    static final Duration FLUSH_AFTER = Duration.ofMillis(20);
    /** With a user task in the batch: people's tasks are few, and the inbox shows them within 100 ms. */
    static final Duration URGENT_AFTER = Duration.ofMillis(2);
    /** After this long without a record the feed says that it lives; a log that shows nothing for so long after opening is a new one. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration SPACE_PATIENCE = Duration.ofMillis(50);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    /** How far everything is committed, with the epoch's token as the exporter's metadata. */
    record Progress(long position, byte[] metadata) {}

    private final FeedSettings settings;
    private final int partition;
    private final InstantSource clock;
    private final Outage outage;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition space = lock.newCondition();
    private Batch filling = new Batch();
    private boolean closing;

    private final @Nullable String token;
    private volatile @Nullable String firstRecord;
    private volatile @Nullable Progress progress;

    // Touched by the writing thread only.
    private @Nullable FeedStore store;
    private Epochs.@Nullable Epoch epoch;
    private long lastPosition;
    private long lastBeat = System.nanoTime();

    FeedWriter(
            FeedSettings settings,
            int partition,
            InstantSource clock,
            Logger log,
            @Nullable String token,
            long lastPosition) {
        this.settings = settings;
        this.partition = partition;
        this.clock = clock;
        this.outage = new Outage(log);
        this.token = token;
        this.lastPosition = lastPosition;
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

    /** Copies what the feed needs of the record; throws when there is no room for it. */
    void take(Record<?> record) {
        lock.lock();
        try {
            if (filling.records >= CAPACITY && !waitForSpace()) {
                throw new FeedBehindException(filling.records);
            }
            if (token == null && firstRecord == null) {
                firstRecord = fingerprint(record);
            }
            boolean urgent = filling.urgent;
            boolean made = Translator.translate(record, filling);
            filling.took(record.getPosition(), record.getTimestamp(), made);
            if (filling.records == 1 || filling.records == FLUSH_RECORDS || filling.urgent != urgent) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForSpace() {
        try {
            long left = SPACE_PATIENCE.toNanos();
            while (filling.records >= CAPACITY && left > 0) {
                left = space.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return filling.records < CAPACITY;
    }

    private static String fingerprint(Record<?> record) {
        return record.getPosition() + "/" + record.getTimestamp() + "/" + record.getKey() + "/" + record.getValueType()
                + "/" + record.getIntent().name();
    }

    /** Lets the thread write what is there, but does not wait for a PostgreSQL that is away: the broker will offer the rest again. */
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            Batch batch = next();
            while (batch != null) {
                if (written(batch)) {
                    batch = next();
                } else if (closedWhilePausing(outage.pause())) {
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
        Epochs.Epoch now = epoch;
        if (batch.records > 0 && !batch.rows && now != null && !now.provisional()) {
            progressed(batch.position, now); // nothing for PostgreSQL in these records
            return;
        }
        FeedStore open = connected();
        if (now == null || (now.provisional() && firstRecord != null)) {
            now = resolved(open);
        }
        long millis = clock.millis();
        long lag = batch.records == 0 ? 0 : Math.max(0, millis - batch.timestamp);
        open.write(batch, now.number(), batch.records == 0 ? lastPosition : batch.position, millis, lag);
        if (batch.records > 0) {
            progressed(batch.position, now);
        }
    }

    private void progressed(long position, Epochs.Epoch current) {
        lastPosition = position;
        progress = new Progress(position, current.token().getBytes(StandardCharsets.UTF_8));
    }

    private Epochs.Epoch resolved(FeedStore open) throws SQLException {
        // A big book of open rows takes longer to mark as lost than any batch takes to write.
        open.connection()
                .setNetworkTimeout(Runnable::run, (int) Duration.ofMinutes(1).toMillis());
        Epochs.Epoch found = new Epochs(open.connection(), partition).resolve(token, firstRecord, clock.millis());
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

    /** The next batch to write, an empty one when it is time for a sign of life, null at the end. */
    private @Nullable Batch next() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                long now = System.nanoTime();
                boolean waiting = filling.records > 0;
                if (closing && !waiting) {
                    return null;
                }
                long left =
                        waiting ? FLUSH_AFTER.toNanos() - (now - filling.since) : SILENCE.toNanos() - (now - lastBeat);
                if (left <= 0 || filling.records >= FLUSH_RECORDS || closing) {
                    return swap(now);
                }
                long unused = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Batch swap(long now) {
        lastBeat = now;
        Batch full = filling;
        filling = new Batch();
        space.signalAll();
        return full;
    }

    private boolean closedWhilePausing(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        lock.lock();
        try {
            while (!closing && System.nanoTime() < end) {
                boolean unused = changed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return closing;
        } finally {
            lock.unlock();
        }
    }
}
