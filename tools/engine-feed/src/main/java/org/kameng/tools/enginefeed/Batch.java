package org.kameng.tools.enginefeed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one flush writes: the rows of a run of records, already merged to one row per key, because an upsert may touch a row only once. */
final class Batch {

    final List<Rows.Element> elements = new ArrayList<>();
    final List<Rows.Job> jobs = new ArrayList<>();
    final Map<Long, Rows.Definition> definitions = new LinkedHashMap<>();
    final Map<Long, Rows.Instance> instances = new LinkedHashMap<>();
    final Map<Long, Rows.UserTask> userTasks = new LinkedHashMap<>();
    final Map<Long, Rows.Incident> incidents = new LinkedHashMap<>();
    final Map<Long, Rows.Timer> timers = new LinkedHashMap<>();

    /** Position of the last record taken, whether it made a row or not. */
    long position = -1;

    long timestamp = -1;
    int records;

    /** Fingerprint of the first record after opening without metadata. */
    @Nullable
    String firstRecord;

    /** When the oldest row came, by the machine's monotonic clock. */
    long since;

    boolean rows;

    /** Somebody may be waiting for a row of this batch. */
    boolean urgent;

    void took(long recordPosition, long recordTimestamp, boolean madeRow) {
        if (records++ == 0) {
            since = System.nanoTime();
        }
        position = recordPosition;
        timestamp = recordTimestamp;
        rows |= madeRow;
    }

    void add(Rows.Instance row) {
        instances.merge(row.key(), row, Rows.Instance::merge);
    }

    void add(Rows.UserTask row) {
        urgent = true;
        userTasks.merge(row.key(), row, (before, after) -> after.position() > before.position() ? after : before);
    }

    void add(Rows.Incident row) {
        incidents.merge(
                row.key(),
                row,
                (before, after) -> after.position() > before.position() ? after.after(before) : before.after(after));
    }

    void add(Rows.Timer row) {
        timers.merge(row.key(), row, (before, after) -> after.position() > before.position() ? after : before);
    }
}
