package org.kameng.processes.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kameng.processes.incident.IncidentTable.StuckJob;
import org.kameng.tools.local.LocalServers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which incidents are due, over a real PostgreSQL; the feed's rows are written by the test. */
class StuckJobsTest {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static JdbcClient sql;

    @BeforeAll
    static void migrate() {
        var postgres = LocalServers.shared().postgres();
        var database = postgres.createDatabase("stuck");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword())
                .load()
                .migrate();
        sql = JdbcClient.create(new DriverManagerDataSource(
                postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword()));
        sql.sql(
                        "insert into engine.epoch (token, partition_id, opened_at, lost_at) values"
                                + " ('old', 1, '2026-11-22 10:00Z', '2026-11-22 11:00Z'), ('new', 1, '2026-11-22 11:00Z', null)")
                .update();
        instance(1, 1, "ACTIVE");
        instance(2, 1, "ACTIVE");
        instance(2, 2, "COMPLETED");
        incident(2, 10, 1, 5L, "RESOLVED", "11:00");
        incident(2, 11, 1, 5L, "RESOLVED", "11:20");
        incident(2, 12, 1, 5L, "OPEN", "12:00");
        incident(2, 13, 1, 6L, "OPEN", "12:00:30");
        incident(2, 14, 1, null, "OPEN", "12:00");
        incident(2, 15, 2, 7L, "OPEN", "12:00");
        incident(1, 16, 1, 8L, "OPEN", "10:30");
    }

    private static void instance(int epoch, int key, String state) {
        sql.sql(
                        "insert into engine.instance (epoch, process_instance_key, bpmn_process_id, process_definition_key, version,"
                                + " state, started_at, last_position) values (?, ?, 'p', 1, 1, ?, '2026-11-22 10:00Z', 1)")
                .params(epoch, key, state)
                .update();
    }

    private static void incident(int epoch, int key, int instance, Long job, String state, String at) {
        sql.sql(
                        "insert into engine.incident (epoch, incident_key, process_instance_key, element_id, job_key, error_type,"
                                + " state, created_at, last_position) values (?, ?, ?, 'e', ?::bigint, 'JOB_NO_RETRIES', ?,"
                                + " ?::timestamptz, 1)")
                .params(epoch, key, instance, job, state, "2026-11-22 " + at + "Z")
                .update();
    }

    private static List<StuckJob> due(Duration afterNoon, int limit) {
        return new IncidentTable(sql).stuckJobs(PAUSE, limit, NOON.plus(afterNoon));
    }

    @Test
    void a_job_is_left_alone_for_the_pause() {
        assertThat(due(Duration.ofSeconds(89), 10)).isEmpty();
        assertThat(due(Duration.ofSeconds(90), 10)).containsExactly(new StuckJob(6, 13));
    }

    @Test
    void the_third_incident_of_a_job_waits_four_times_as_long_and_nothing_else_is_ever_due() {
        assertThat(due(Duration.ofSeconds(239), 10)).containsExactly(new StuckJob(6, 13));
        assertThat(due(Duration.ofSeconds(240), 10)).containsExactly(new StuckJob(5, 12), new StuckJob(6, 13));
        assertThat(due(Duration.ofDays(1), 1)).containsExactly(new StuckJob(5, 12));
    }
}
