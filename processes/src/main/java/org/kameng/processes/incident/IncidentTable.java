package org.kameng.processes.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incidents as the feed wrote them, with the instances they stop. Those of a lost epoch are nobody's any more. */
@Repository
class IncidentTable {
    static final int COUNT_UP_TO = 10_000;
    private static final String EARLIER = """
            (select count(*) from engine.incident b where b.epoch = s.epoch
              and b.process_instance_key = s.process_instance_key and b.job_key = s.job_key and b.incident_key < s.incident_key)
            """;
    /** {@code pause}, doubled for every earlier incident of the same job, five times at most. */
    private static final String NEXT_TRY =
            "s.created_at + make_interval(secs => :pause * power(2, least(5, " + EARLIER + ")))";

    private static final String LIVING = """
            engine.incident s
            join engine.epoch e on e.epoch = s.epoch and e.lost_at is null
            join engine.instance i on i.epoch = s.epoch and i.process_instance_key = s.process_instance_key
            """;
    private static final String HANDED = """
            left join lateral (select h.to_role from incident_handover h
              where h.epoch = s.epoch and h.incident_key = s.incident_key order by h.id desc limit 1) h on true
            """;
    private static final String ROWS = """
            select s.*, i.bpmn_process_id, coalesce(i.business_no, p.business_no, g.business_no) as business_no, h.to_role,
              (select j.job_type from engine.job_event j where j.epoch = s.epoch
                and j.process_instance_key = s.process_instance_key and j.job_key = s.job_key limit 1) as job_type,
              %s as earlier, case when s.job_key > 0 and i.state = 'ACTIVE' then %s end as next_try
            from %s
            left join engine.instance p on p.epoch = i.epoch and p.process_instance_key = i.parent_instance_key
            left join engine.instance g on g.epoch = p.epoch and g.process_instance_key = p.parent_instance_key
            %s""".formatted(EARLIER, NEXT_TRY, LIVING, HANDED);

    /** A job without retries, and the incident that says so. */
    record StuckJob(long jobKey, long incidentKey) {}

    /** An incident as it is in the engine. */
    record Stored(
            IncidentRow row,
            boolean open,
            long processInstanceKey,
            @Nullable Long jobKey,
            String errorType,
            @Nullable String message) {}

    private final JdbcClient jdbc;

    IncidentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Jobs of running instances whose next try is due, oldest first. */
    List<StuckJob> stuckJobs(Duration pause, int limit, Instant now) {
        return jdbc.sql("select s.job_key, s.incident_key from " + LIVING
                        + " where s.state = 'OPEN' and s.job_key > 0 and i.state = 'ACTIVE' and " + NEXT_TRY
                        + " <= :now order by s.created_at, s.incident_key limit :limit")
                .param("pause", seconds(pause))
                .param("now", SqlTime.of(now))
                .param("limit", limit)
                .query((row, n) -> new StuckJob(row.getLong("job_key"), row.getLong("incident_key")))
                .list();
    }

    List<IncidentRow> open(Duration pause, PageRequest page) {
        return jdbc.sql(ROWS + """
                         where s.state = 'OPEN' order by s.created_at, s.incident_key limit :limit offset :offset""")
                .param("pause", seconds(pause))
                .param("limit", page.limitPlusOne())
                .param("offset", page.offset())
                .query((row, n) -> stored(row).row())
                .list();
    }

    List<IncidentRow> handedTo(Set<Role> roles, Duration pause, int limit) {
        return jdbc.sql(ROWS + """
                         where s.state = 'OPEN' and h.to_role = any(cast(:roles as text[]))
                        order by s.created_at, s.incident_key limit :limit""")
                .param("pause", seconds(pause))
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> stored(row).row())
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from (select 1 from " + LIVING + " where s.state = 'OPEN' limit :most) n")
                .param("most", COUNT_UP_TO)
                .query(Integer.class)
                .single();
    }

    Optional<Stored> find(IncidentId id, Duration pause) {
        return jdbc.sql(ROWS + " where s.epoch = :epoch and s.incident_key = :key")
                .param("pause", seconds(pause))
                .param("epoch", id.epoch())
                .param("key", id.key())
                .query((row, n) -> stored(row))
                .optional();
    }

    /** When the next timer of the instance runs out. */
    Optional<Instant> clock(IncidentId id, long processInstanceKey) {
        return jdbc.sql("""
                        select min(due_at) as due from engine.timer
                        where epoch = :epoch and process_instance_key = :instance and state = 'WAITING'""")
                .param("epoch", id.epoch())
                .param("instance", processInstanceKey)
                .query((row, n) -> Optional.ofNullable(SqlTime.find(row, "due")))
                .single();
    }

    private static double seconds(Duration pause) {
        return pause.toMillis() / 1000.0;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var jobKey = row.getLong("job_key");
        var handed = row.getString("to_role");
        var incident = new IncidentRow(
                new IncidentId(row.getLong("epoch"), row.getLong("incident_key")),
                row.getString("bpmn_process_id"),
                row.getString("element_id"),
                IncidentKind.of(row.getString("error_type")),
                row.getString("job_type"),
                row.getString("business_no"),
                SqlTime.get(row, "created_at"),
                row.getInt("earlier"),
                SqlTime.find(row, "next_try"),
                handed == null ? null : Role.valueOf(handed));
        return new Stored(
                incident,
                row.getString("state").equals("OPEN"),
                row.getLong("process_instance_key"),
                jobKey > 0 ? jobKey : null,
                row.getString("error_type"),
                row.getString("error_message"));
    }
}
