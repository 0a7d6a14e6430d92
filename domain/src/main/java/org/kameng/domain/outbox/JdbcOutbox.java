package org.kameng.domain.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.shared.Transactions;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcOutbox implements Outbox, OutboxStore, Sweep {
    /** How long a sent row stays, for the curious and against a second add of the same fact. */
    static final Duration RETENTION = Duration.ofDays(14);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Consumer<Set<String>>> wakers = new CopyOnWriteArrayList<>();

    JdbcOutbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(OutboxMessage message) {
        Transactions.requireRunning("Outbox.add");
        var now = clock.instant();
        var due = message.notBefore() == null ? now : message.notBefore();
        jdbc.sql("""
                insert into outbox (topic, key, message_id, payload, created_at, due_at)
                values (:topic, :key, :messageId, cast(:payload as jsonb), :now, :due)
                on conflict (topic, message_id) do nothing""")
                .param("topic", message.topic())
                .param("key", message.key())
                .param("messageId", message.messageId())
                .param("payload", JSON.writeValueAsString(message.payload()))
                .param("now", SqlTime.of(now))
                .param("due", SqlTime.of(due))
                .update();
        wakeAfterCommit(message.topic());
    }

    @Override
    public List<LeasedMessage> lease(String owner, Set<String> topics, int limit, Duration lease) {
        return next(List.of(), owner, topics, limit, lease);
    }

    @Override
    public List<LeasedMessage> next(
            Collection<Long> done, String owner, Set<String> topics, int limit, Duration lease) {
        if (topics.isEmpty()) return List.of();
        var now = clock.instant();
        return jdbc.sql("""
                with marked as (
                  update outbox set done_at = :now, lease_owner = null, lease_until = null, last_error = null
                  where id = any (:done) and done_at is null),
                picked as (
                  select id from outbox
                  where done_at is null and due_at <= :now and (lease_until is null or lease_until <= :now) and topic = any (:topics)
                    and id <> all (:done)
                  order by due_at, id limit :limit for update skip locked)
                update outbox o set lease_owner = :owner, lease_until = :until, attempts = attempts + 1
                from picked where o.id = picked.id
                returning o.id, o.topic, o.key, o.message_id, o.payload::text as payload, o.attempts""")
                .param("now", SqlTime.of(now))
                .param("topics", topics.toArray(String[]::new))
                .param("limit", limit)
                .param("done", done.toArray(Long[]::new))
                .param("owner", owner)
                .param("until", SqlTime.of(now.plus(lease)))
                .query((row, n) -> leased(row))
                .list();
    }

    @Override
    public void done(Collection<Long> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql("update outbox set done_at = :now, lease_owner = null, lease_until = null, last_error = null"
                        + " where id = any (:ids) and done_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    @Override
    public void failed(long id, String errorCode, Instant retryAt) {
        jdbc.sql("update outbox set due_at = :retry, last_error = :error, lease_owner = null, lease_until = null"
                        + " where id = :id and done_at is null")
                .param("retry", SqlTime.of(retryAt))
                .param("error", errorCode)
                .param("id", id)
                .update();
    }

    @Override
    public Optional<OutboxStats> stats() {
        var now = clock.instant();
        try {
            return Optional.of(jdbc.sql("""
                    select count(*) as waiting, count(*) filter (where last_error is not null) as failing,
                      min(due_at) filter (where due_at <= :now) as oldest
                    from outbox where done_at is null""")
                    .param("now", SqlTime.of(now))
                    .query((row, n) -> stats(row, now))
                    .single());
        } catch (DataAccessException away) {
            return Optional.empty();
        }
    }

    @Override
    public void onCommit(Consumer<Set<String>> wake) {
        wakers.add(wake);
    }

    @Override
    public int deleteDoneBefore(Instant before, int limit) {
        return jdbc.sql(
                        "delete from outbox where id in"
                                + " (select id from outbox where done_at < :before order by done_at limit :limit for update skip locked)")
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .update();
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public int sweep(int limit) {
        return deleteDoneBefore(clock.instant().minus(RETENTION), limit);
    }

    private void wakeAfterCommit(String topic) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Wake wake) {
                wake.topics.add(topic);
                return;
            }
        }
        var wake = new Wake();
        wake.topics.add(topic);
        TransactionSynchronizationManager.registerSynchronization(wake);
    }

    @SuppressWarnings("unchecked")
    private static LeasedMessage leased(ResultSet row) throws SQLException {
        return new LeasedMessage(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("message_id"),
                (Map<String, Object>) JSON.readValue(row.getString("payload"), Map.class),
                row.getInt("attempts"));
    }

    private static OutboxStats stats(ResultSet row, Instant now) throws SQLException {
        var oldest = row.getObject("oldest", OffsetDateTime.class);
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
        return new OutboxStats(row.getLong("waiting"), row.getLong("failing"), age);
    }

    private final class Wake implements TransactionSynchronization {
        private final Set<String> topics = new HashSet<>();

        @Override
        public void afterCommit() {
            wakers.forEach(waker -> waker.accept(topics));
        }
    }
}
