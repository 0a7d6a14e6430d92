package org.kameng.processes.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored decisions: the first one of a task wins, for ever. */
@Repository
class DecisionTable implements Decisions {
    private static final int LIMIT = 50;

    private final JdbcClient jdbc;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the task was decided before. */
    boolean add(TaskTable.Stored task, Actor by, Decision decision, Instant at) {
        var row = task.row();
        return jdbc.sql("""
                        insert into task_decision (epoch, user_task_key, process_instance_key, element_id, reference,
                          verdict, reason, transfer, account_id, decided_by, decided_as, decided_at, state)
                        values (:epoch, :key, :instance, :element, :reference,
                          :verdict, :reason, :transfer, :account, :name, :roles::text[], :at, 'RECORDED')
                        on conflict do nothing
                        """)
                        .param("epoch", row.id().epoch())
                        .param("key", row.id().key())
                        .param("instance", task.processInstanceKey())
                        .param("element", row.elementId())
                        .param("reference", row.reference())
                        .param("verdict", decision.verdict())
                        .param("reason", decision.reason())
                        .param("transfer", decision.transfer())
                        .param("account", by.requireAccount().value())
                        .param("name", by.name())
                        .param("roles", by.roles().stream().map(Role::name).toArray(String[]::new))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** False when the decision had ended before. */
    boolean end(TaskId id, DecisionRow.State state, @Nullable String because, Instant at) {
        return jdbc.sql("""
                        update task_decision set state = :state, because = :because, ended_at = :at
                        where epoch = :epoch and user_task_key = :key and state = 'RECORDED'
                        """)
                        .param("state", state.name())
                        .param("because", because)
                        .param("at", Timestamp.from(at))
                        .param("epoch", id.epoch())
                        .param("key", id.key())
                        .update()
                == 1;
    }

    Optional<DecisionRow> of(TaskId id) {
        return jdbc.sql("select * from task_decision where epoch = :epoch and user_task_key = :key")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .query((rs, i) -> row(rs))
                .optional();
    }

    List<DecisionRow> about(String reference) {
        return jdbc.sql(
                        "select * from task_decision where reference = :reference order by decided_at desc limit :limit")
                .param("reference", reference)
                .param("limit", LIMIT)
                .query((rs, i) -> row(rs))
                .list();
    }

    @Override
    public Optional<Decided> latest(String elementId, String reference) {
        return jdbc.sql("""
                        select * from task_decision where reference = :reference and element_id = :element
                        order by decided_at desc limit 1
                        """)
                .param("reference", reference)
                .param("element", elementId)
                .query((rs, i) -> decided(rs))
                .optional();
    }

    /** The decision of one task, if it was this one. */
    Optional<Decided> made(TaskId id, String elementId, String verdict) {
        return jdbc.sql("""
                        select * from task_decision where epoch = :epoch and user_task_key = :key
                          and element_id = :element and verdict = :verdict
                        """)
                .param("epoch", id.epoch())
                .param("key", id.key())
                .param("element", elementId)
                .param("verdict", verdict)
                .query((rs, i) -> decided(rs))
                .optional();
    }

    /**
     * Open tasks of a case whose decision was made for an earlier instance of the same process, which is gone. Only the first task
     * of an instance: when it is asked once more, the old answer was not enough.
     */
    List<Carried> carried(int limit) {
        return jdbc.sql("""
                        select t.epoch, t.user_task_key, d.reference, d.verdict, d.reason, d.transfer, d.account_id, d.decided_by,
                          d.decided_as, d.decided_at
                        from engine.user_task t
                        cross join lateral (select * from task_decision p where p.reference = t.external_reference
                          and p.element_id = t.element_id order by p.decided_at desc limit 1) d
                        where t.state = 'CREATED' and d.user_task_key <> t.user_task_key
                          and (d.epoch <> t.epoch or d.process_instance_key <> t.process_instance_key)
                          and not exists (select from engine.user_task q where q.epoch = t.epoch and q.element_id = t.element_id
                            and q.process_instance_key = t.process_instance_key and q.user_task_key < t.user_task_key)
                        order by t.user_task_key limit :limit
                        """)
                .param("limit", limit)
                .query((rs, i) ->
                        new Carried(new TaskId(rs.getLong("epoch"), rs.getLong("user_task_key")), decided(rs)))
                .list();
    }

    record Carried(TaskId task, Decided decision) {}

    private static DecisionRow row(ResultSet rs) throws SQLException {
        return new DecisionRow(
                new TaskId(rs.getLong("epoch"), rs.getLong("user_task_key")),
                rs.getString("element_id"),
                rs.getString("reference"),
                rs.getString("verdict"),
                rs.getString("reason"),
                rs.getString("decided_by"),
                rs.getTimestamp("decided_at").toInstant(),
                DecisionRow.State.valueOf(rs.getString("state")),
                rs.getString("because"));
    }

    private static Decided decided(ResultSet rs) throws SQLException {
        var roles = Arrays.stream((String[]) rs.getArray("decided_as").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        var account = new AccountId(rs.getObject("account_id", UUID.class));
        return new Decided(
                new Actor(account, rs.getString("decided_by"), roles),
                rs.getString("reference"),
                rs.getString("verdict"),
                rs.getString("reason"),
                rs.getString("transfer"),
                rs.getTimestamp("decided_at").toInstant());
    }
}
