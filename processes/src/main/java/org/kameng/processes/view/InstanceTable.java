package org.kameng.processes.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Instances, elements and incidents as the feed wrote them. */
@Repository
class InstanceTable {
    private static final int INSTANCES = 20;
    private static final int EVENTS = 500;

    record Instance(
            long epoch,
            long key,
            String processId,
            String state,
            @Nullable String xml,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String endElementId) {}

    record Event(
            long instance,
            String processId,
            String elementId,
            String elementType,
            long elementKey,
            String intent,
            Instant at) {}

    private static final String INSTANCE = """
            select i.*, d.xml from engine.instance i left join engine.process_definition d
              on d.epoch = i.epoch and d.process_definition_key = i.process_definition_key
            """;

    private final JdbcClient jdbc;

    InstanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The running one first, then the newest; called instances come with their callers only. */
    Optional<Instance> newest(String businessNo) {
        return jdbc.sql(INSTANCE + """
                         where i.business_no = :no and i.parent_instance_key is null
                        order by (i.state = 'ACTIVE') desc, i.epoch desc, i.process_instance_key desc limit 1
                        """)
                .param("no", businessNo)
                .query((rs, i) -> instance(rs))
                .optional();
    }

    List<Instance> called(Instance parent) {
        return jdbc.sql(INSTANCE + """
                         where i.epoch = :epoch and i.parent_instance_key = :key
                        order by i.process_instance_key desc limit :limit
                        """)
                .param("epoch", parent.epoch())
                .param("key", parent.key())
                .param("limit", INSTANCES)
                .query((rs, i) -> instance(rs))
                .list();
    }

    /** What happened in one instance, oldest first. */
    List<Event> events(Instance instance) {
        return jdbc.sql(EVENT + " where e.epoch = :epoch and e.process_instance_key = :key order by e.position")
                .param("epoch", instance.epoch())
                .param("key", instance.key())
                .query((rs, i) -> event(rs))
                .list();
    }

    /** What happened in all instances of a number and those they called: the last ones, newest first. */
    List<Event> life(String businessNo) {
        return jdbc.sql(EVENT + """
                         where i.business_no = :no and e.intent <> 'SEQUENCE_FLOW_TAKEN'
                        order by e.epoch desc, e.at desc, e.position desc limit :limit
                        """)
                .param("no", businessNo)
                .param("limit", EVENTS)
                .query((rs, i) -> event(rs))
                .list();
    }

    private static final String EVENT = """
            select e.*, i.bpmn_process_id from engine.element_event e
            join engine.instance i on i.epoch = e.epoch and i.process_instance_key = e.process_instance_key
            """;

    /** The engine's own messages may quote variables; only what our workers said is handed on. */
    List<ProcessPicture.IncidentRow> incidents(Instance instance) {
        return jdbc.sql("""
                        select element_id, error_type, created_at,
                          case when error_type = 'JOB_NO_RETRIES' then error_message end as error_message
                        from engine.incident where epoch = :epoch and process_instance_key = :key
                        and state = 'OPEN' order by created_at limit :limit
                        """)
                .param("epoch", instance.epoch())
                .param("key", instance.key())
                .param("limit", INSTANCES)
                .query((rs, i) -> new ProcessPicture.IncidentRow(
                        rs.getString("element_id"),
                        rs.getString("error_type"),
                        rs.getString("error_message"),
                        rs.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** When the wait at an element ends by itself: of an event-based gateway the timer of the event behind it. */
    Optional<Instant> timerOf(Instance instance) {
        return jdbc.sql("""
                        select min(due_at) as due from engine.timer
                        where epoch = :epoch and process_instance_key = :key and state = 'WAITING'
                        """)
                .param("epoch", instance.epoch())
                .param("key", instance.key())
                .query((rs, i) -> Optional.ofNullable(rs.getTimestamp("due")).map(Timestamp::toInstant))
                .single();
    }

    /** Failed tries of jobs, oldest first. */
    List<JobFailure> failures(String businessNo) {
        return jdbc.sql("""
                        select j.*, i.bpmn_process_id from engine.job_event j
                        join engine.instance i on i.epoch = j.epoch and i.process_instance_key = j.process_instance_key
                        where i.business_no = :no and j.intent in ('FAILED', 'ERROR_THROWN')
                        order by j.at desc, j.position desc limit :limit
                        """)
                .param("no", businessNo)
                .param("limit", EVENTS)
                .query((rs, i) -> new JobFailure(
                        rs.getLong("process_instance_key"),
                        rs.getString("bpmn_process_id"),
                        rs.getString("element_id"),
                        rs.getString("intent").equals("ERROR_THROWN"),
                        rs.getInt("retries"),
                        rs.getString("error_message"),
                        rs.getTimestamp("at").toInstant(),
                        instant(rs, "retry_at")))
                .list();
    }

    record JobFailure(
            long instance,
            String processId,
            String elementId,
            boolean errorThrown,
            int retries,
            @Nullable String message,
            Instant at,
            @Nullable Instant retryAt) {}

    private static Instance instance(ResultSet rs) throws SQLException {
        return new Instance(
                rs.getLong("epoch"),
                rs.getLong("process_instance_key"),
                rs.getString("bpmn_process_id"),
                rs.getString("state"),
                rs.getString("xml"),
                rs.getTimestamp("started_at").toInstant(),
                instant(rs, "ended_at"),
                rs.getString("end_element_id"));
    }

    private static Event event(ResultSet rs) throws SQLException {
        return new Event(
                rs.getLong("process_instance_key"),
                rs.getString("bpmn_process_id"),
                rs.getString("element_id"),
                rs.getString("element_type"),
                rs.getLong("element_instance_key"),
                rs.getString("intent"),
                rs.getTimestamp("at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
