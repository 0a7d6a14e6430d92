package org.kameng.processes.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open tasks as the feed wrote them, joined with claims; a task with a decision is no longer open. */
@Repository
class TaskTable {
    private static final String COLUMNS = """
            select t.*, c.account_id, c.claimed_by
            from engine.user_task t
            left join task_claim c on c.epoch = t.epoch and c.user_task_key = t.user_task_key
            """;
    private static final String OPEN = """
            t.state = 'CREATED' and not exists (
              select from task_decision d where d.epoch = t.epoch and d.user_task_key = t.user_task_key)
            """;

    /** A task as it is in the engine. */
    record Stored(
            TaskRow row,
            String engineState,
            long processInstanceKey,
            @Nullable AccountId claimant) {}

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TaskRow> open(Set<Role> roles, TaskFilter filter, @Nullable AccountId me, Instant now, PageRequest page) {
        return jdbc.sql(COLUMNS + " where " + OPEN + """
                         and t.candidate_groups && :groups::text[]
                         and (:element::text is null or t.element_id = :element)
                         and (:no::text is null or t.business_no like :no or t.external_reference like :no)
                         and (:whose = 'ANY' or :whose = 'MINE' and c.account_id = :me::uuid
                              or :whose = 'UNCLAIMED' and c.account_id is null)
                        order by (t.due_at < :now) desc nulls last, t.due_at nulls last, t.user_task_key
                        limit :limit offset :offset
                        """)
                .param("groups", groups(roles))
                .param("element", filter.elementId())
                .param("no", like(filter.businessNo()))
                .param("whose", filter.whose().name())
                .param("me", me == null ? null : me.value().toString())
                .param("now", Timestamp.from(now))
                .param("limit", page.limitPlusOne())
                .param("offset", page.offset())
                .query((rs, i) -> stored(rs, me, now).row())
                .list();
    }

    TaskInbox.TaskCount count(Set<Role> roles, Instant now) {
        return jdbc.sql("select count(*) as open, count(*) filter (where t.due_at < :now) as overdue"
                        + " from engine.user_task t where t.candidate_groups && :groups::text[] and " + OPEN)
                .param("groups", groups(roles))
                .param("now", Timestamp.from(now))
                .query((rs, i) -> new TaskInbox.TaskCount(rs.getInt("open"), rs.getInt("overdue")))
                .single();
    }

    List<TaskInbox.GroupCount> groups(Set<Role> roles, Instant now) {
        return jdbc.sql("select g, count(*) as open, count(*) filter (where t.due_at < :now) as overdue"
                        + " from engine.user_task t cross join unnest(t.candidate_groups) g"
                        + " where g = any(:groups::text[]) and " + OPEN + " group by g order by 2 desc, 1")
                .param("groups", groups(roles))
                .param("now", Timestamp.from(now))
                .query((rs, i) -> new TaskInbox.GroupCount(
                        Role.valueOf(rs.getString("g")), rs.getInt("open"), rs.getInt("overdue")))
                .list();
    }

    Optional<Stored> find(TaskId id, @Nullable AccountId me, Instant now) {
        return jdbc.sql(COLUMNS + " where t.epoch = :epoch and t.user_task_key = :key")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .query((rs, i) -> stored(rs, me, now))
                .optional();
    }

    /** The open task of a case at one of the given elements. */
    Optional<Stored> openAt(String reference, Set<String> elements, Instant now) {
        return jdbc.sql(COLUMNS + " where " + OPEN + """
                         and t.external_reference = :reference and t.element_id = any(:elements::text[])
                        order by t.user_task_key desc limit 1
                        """)
                .param("reference", reference)
                .param("elements", elements.toArray(String[]::new))
                .query((rs, i) -> stored(rs, null, now))
                .optional();
    }

    /** False when another person has the task. */
    boolean claim(TaskId id, AccountId account, String name, Instant at) {
        return jdbc.sql("""
                        insert into task_claim (epoch, user_task_key, account_id, claimed_by, claimed_at)
                        values (:epoch, :key, :account, :name, :at)
                        on conflict (epoch, user_task_key) do update set claimed_at = task_claim.claimed_at
                        where task_claim.account_id = :account
                        """)
                        .param("epoch", id.epoch())
                        .param("key", id.key())
                        .param("account", account.value())
                        .param("name", name)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void release(TaskId id, AccountId account) {
        jdbc.sql("delete from task_claim where epoch = :epoch and user_task_key = :key and account_id = :account")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .param("account", account.value())
                .update();
    }

    private static Stored stored(ResultSet rs, @Nullable AccountId me, Instant now) throws SQLException {
        var due = rs.getTimestamp("due_at");
        var claimant = rs.getObject("account_id", java.util.UUID.class);
        var account = claimant == null ? null : new AccountId(claimant);
        var businessNo = rs.getString("business_no");
        var reference = rs.getString("external_reference");
        var row = new TaskRow(
                new TaskId(rs.getLong("epoch"), rs.getLong("user_task_key")),
                rs.getString("bpmn_process_id"),
                rs.getString("element_id"),
                businessNo,
                reference != null ? reference : businessNo != null ? businessNo : "",
                candidates((String[]) rs.getArray("candidate_groups").getArray()),
                rs.getTimestamp("created_at").toInstant(),
                due == null ? null : due.toInstant(),
                due != null && due.toInstant().isBefore(now),
                rs.getString("claimed_by"),
                account != null && account.equals(me));
        return new Stored(row, rs.getString("state"), rs.getLong("process_instance_key"), account);
    }

    private static Set<Role> candidates(String[] groups) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (Arrays.asList(groups).contains(role.name())) roles.add(role);
        }
        return roles;
    }

    private static String[] groups(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static @Nullable String like(@Nullable String start) {
        if (start == null || start.isBlank()) return null;
        return start.strip().replaceAll("[%_\\\\]", "") + "%";
    }
}
