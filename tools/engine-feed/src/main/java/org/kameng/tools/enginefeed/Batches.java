package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Between the exporter's thread and the writing one: the exporter fills one batch while the other is written, so the broker never waits for
 * PostgreSQL, until the batch it fills is full: then {@link #take} refuses, and the broker offers the same record again.
 */
final class Batches {

    static final int FLUSH_RECORDS = 200;
    static final int CAPACITY = 5_000;
    static final Duration FLUSH_AFTER = Duration.ofMillis(20);
    /** With a user task in the batch: people's tasks are few, and the inbox shows them within 100 ms. */
    static final Duration URGENT_AFTER = Duration.ofMillis(2);
    /** After this long without a record an empty batch comes out as a sign of life. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration SPACE_PATIENCE = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final boolean fingerprinted;
    private Batch filling = new Batch();
    private long lastBeat = System.nanoTime();
    private boolean closing;
    private volatile @Nullable String firstRecord;

    /** Takes the fingerprint of the first record when nothing else tells the epoch. */
    Batches(boolean fingerprinted) {
        this.fingerprinted = fingerprinted;
    }

    /** Copies what the feed needs of the record; throws when there is no room for it. */
    void take(Record<?> record) {
        lock.lock();
        try {
            if (filling.records >= CAPACITY && !waitForSpace()) {
                throw new FeedBehindException(filling.records);
            }
            if (fingerprinted && firstRecord == null) {
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

    @Nullable
    String firstRecord() {
        return firstRecord;
    }

    /** The next batch to write, an empty one when it is time for a sign of life, null at the end. */
    @Nullable
    Batch next() throws InterruptedException {
        lock.lock();
        try {
            while (!closing || filling.records > 0) {
                long now = System.nanoTime();
                long left = left(now);
                if (left <= 0 || filling.records >= FLUSH_RECORDS || closing) {
                    return swap(now);
                }
                long unused = changed.awaitNanos(left);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private long left(long now) {
        if (filling.records == 0) {
            return SILENCE.toNanos() - (now - lastBeat);
        }
        return (filling.urgent ? URGENT_AFTER : FLUSH_AFTER).toNanos() - (now - filling.since);
    }

    /** Waits; true when the feed was closed meanwhile. */
    boolean closedWithin(Duration pause) throws InterruptedException {
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

    /** What was taken still comes out, then null. */
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
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
}
