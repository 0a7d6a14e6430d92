package org.kameng.tools.enginefeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells which life of the broker's log this is. The broker keeps our token with the exporter's position, but only from its first snapshot on: a
 * broker stopped before that exports its log again from the start and knows no token. Then the first record of the log decides, because a new log
 * never begins with the same one. Decision 002.
 */
final class Epochs {

    /** An epoch is provisional while its log has shown nothing: the first record may still prove it to be an old acquaintance. */
    record Epoch(long number, String token, boolean provisional) {}

    private final Connection connection;
    private final int partition;

    Epochs(Connection connection, int partition) {
        this.connection = connection;
        this.partition = partition;
    }

    /** Finds or makes the epoch and makes it the only current one of the partition, in one transaction. */
    Epoch resolve(@Nullable String token, @Nullable String firstRecord, long now) throws SQLException {
        try {
            Epoch epoch = token != null ? known(token, now) : recognised(firstRecord, now);
            connection.commit();
            return epoch;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private Epoch known(String token, long now) throws SQLException {
        Epoch found = find("select epoch, token from engine.epoch where token = ?", token);
        // Not found: PostgreSQL lost it, the broker did not. What came before its position is gone, so no first record
        // can match.
        return found != null ? current(found, now) : open(token, "before " + token, now);
    }

    private Epoch recognised(@Nullable String firstRecord, long now) throws SQLException {
        if (firstRecord != null) {
            Epoch same = find(
                    "select epoch, token from engine.epoch where partition_id = ? and first_record = ? order by epoch desc limit 1",
                    partition,
                    firstRecord);
            if (same != null) {
                return current(same, now);
            }
        }
        Epoch silent = find(
                "select epoch, token from engine.epoch where partition_id = ? and first_record is null and lost_at is null",
                partition);
        if (silent == null) {
            return open(UUID.randomUUID().toString(), firstRecord, now);
        }
        if (firstRecord != null) {
            update("update engine.epoch set first_record = ? where epoch = ?", firstRecord, silent.number());
        }
        return new Epoch(silent.number(), silent.token(), firstRecord == null);
    }

    private Epoch open(String token, @Nullable String firstRecord, long now) throws SQLException {
        loseOthers(-1, now);
        update(
                "insert into engine.epoch (token, partition_id, opened_at, first_record) values (?, ?, timestamptz 'epoch' + ? * interval '1 millisecond', ?)",
                token,
                partition,
                now,
                firstRecord);
        Epoch made = find("select epoch, token from engine.epoch where token = ?", token);
        if (made == null) {
            throw new SQLException("the epoch just made is not there");
        }
        return new Epoch(made.number(), token, firstRecord == null);
    }

    /** Takes an epoch as the current one; rows that were given up come back if it had been lost. */
    private Epoch current(Epoch epoch, long now) throws SQLException {
        loseOthers(epoch.number(), now);
        if (update("update engine.epoch set lost_at = null where epoch = ? and lost_at is not null", epoch.number())
                > 0) {
            for (Open open : Open.values()) {
                update(
                        "update engine.%s set state = '%s' where epoch = ? and state = 'LOST'"
                                .formatted(open.table, open.state),
                        epoch.number());
            }
        }
        return epoch;
    }

    private void loseOthers(long epoch, long now) throws SQLException {
        for (Open open : Open.values()) {
            update("""
                    update engine.%s set state = 'LOST' where state = '%s' and epoch in
                        (select e.epoch from engine.epoch e where e.partition_id = ? and e.epoch <> ? and e.lost_at is null)""".formatted(open.table, open.state), partition, epoch);
        }
        update("""
                update engine.epoch set lost_at = timestamptz 'epoch' + ? * interval '1 millisecond'
                where partition_id = ? and epoch <> ? and lost_at is null""", now, partition, epoch);
    }

    private @Nullable Epoch find(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = filled(sql, arguments);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Epoch(row.getLong(1), row.getString(2), false) : null;
        }
    }

    private int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = filled(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement filled(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** The states that a lost broker cannot leave any more. */
    private enum Open {
        INSTANCE("instance", "ACTIVE"),
        USER_TASK("user_task", "CREATED"),
        INCIDENT("incident", "OPEN"),
        TIMER("timer", "WAITING");

        private final String table;
        private final String state;

        Open(String table, String state) {
            this.table = table;
            this.state = state;
        }
    }
}
