package org.kameng.processes.order;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the reconciler asks of schema engine, and how often it has started something again. */
@Repository
class EngineState {
    private static final String NOS = "select no from unnest(:nos::text[]) no where ";
    private static final String PAUSED = """
             and not exists (select from process_generation g where g.business_no = no and g.process_id = :process
               and g.started_at + make_interval(secs => :again * power(2, least(g.generation, 7) - 1)) > :now)
             and not exists (select from outbox o where o.key = no and o.done_at is null and o.topic = any(:topics::text[]))
            """;

    private final JdbcClient jdbc;

    EngineState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest epoch, 0 before the first. */
    long epoch() {
        return jdbc.sql("select coalesce(max(epoch), 0) from engine.epoch")
                .query(Long.class)
                .single();
    }

    /** Changes every few seconds as long as the feed lives; empty before it ever wrote. */
    Optional<Instant> feedPulse() {
        return jdbc.sql("select max(updated_at) as pulse from engine.feed_state")
                .query((rs, i) -> Optional.ofNullable(rs.getTimestamp("pulse")).map(Timestamp::toInstant))
                .single();
    }

    /** Numbers without a running instance that were not started again lately and have no start on its way. */
    Set<String> missing(Collection<String> nos, String process, Set<String> topics, Duration again, Instant now) {
        return ask(NOS + """
                         not exists (select from engine.instance i where i.business_no = no and i.state = 'ACTIVE'
                           and i.bpmn_process_id = :process and i.parent_instance_key is null)
                        """ + PAUSED, nos, process, topics, again, now);
    }

    /** Numbers whose instance still waits at an element that a timer guards. */
    Set<String> waiting(
            Collection<String> nos, String timer, String process, Set<String> topics, Duration again, Instant now) {
        var sql = NOS + """
                 exists (select from engine.instance i join engine.timer t
                   on t.epoch = i.epoch and t.process_instance_key = i.process_instance_key
                   where i.business_no = no and i.state = 'ACTIVE' and i.bpmn_process_id = :process
                   and t.state = 'WAITING' and t.element_id = '%s')
                """.formatted(timer) + PAUSED;
        return ask(sql, nos, process, topics, again, now);
    }

    private Set<String> ask(
            String sql, Collection<String> nos, String process, Set<String> topics, Duration again, Instant now) {
        if (nos.isEmpty()) return Set.of();
        return new HashSet<>(jdbc.sql(sql)
                .param("nos", nos.toArray(String[]::new))
                .param("process", process)
                .param("topics", topics.toArray(String[]::new))
                .param("again", again.toMillis() / 1000.0)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /** The next generation of a number: part of the message id, so that the broker takes the start for a new one. */
    int nextGeneration(String no, String process, Instant now) {
        return jdbc.sql("""
                        insert into process_generation (business_no, process_id, generation, started_at)
                        values (:no, :process, 1, :now)
                        on conflict (business_no, process_id) do update
                        set generation = process_generation.generation + 1, started_at = :now
                        returning generation
                        """)
                .param("no", no)
                .param("process", process)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }
}
