package org.kameng.processes.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kameng.processes.FedHouse.person;

import io.camunda.zeebe.protocol.record.value.ErrorType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.RowVersions;
import org.kameng.processes.FedHouse;
import org.kameng.processes.view.ProcessPicture;
import org.kameng.processes.view.ProcessView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents as people see them, over a real PostgreSQL; the feed's rows are written by the test, no broker runs. */
class IncidentsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AtomicLong KEYS = new AtomicLong(1000);
    private static final FedHouse HOUSE = new FedHouse("incidents");

    private final Actor olga = person("olga", Role.OPERATOR);
    private final Actor adam = person("adam", Role.ADMIN);
    private final Incidents incidents = HOUSE.bean(Incidents.class);
    private final JdbcClient sql = HOUSE.bean(JdbcClient.class);

    @BeforeAll
    static void start() throws SQLException {
        HOUSE.feed("insert into engine.epoch (token, partition_id, opened_at) values ('now', 1, now())");
    }

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    private static long instance(String no, Long parent) throws SQLException {
        var key = KEYS.incrementAndGet();
        HOUSE.feed(
                "insert into engine.instance (epoch, process_instance_key, bpmn_process_id, process_definition_key, version, business_no,"
                        + " parent_instance_key, state, started_at, last_position) values (1, " + key + ", 'p', 1, 1, "
                        + (no == null ? null : "'" + no + "'") + ", " + parent + ", 'ACTIVE', '2026-11-22 11:00Z', "
                        + key + ")");
        return key;
    }

    private static IncidentId incident(long instance, Long job, String type, String message) throws SQLException {
        var key = KEYS.incrementAndGet();
        HOUSE.feed(
                "insert into engine.incident (epoch, incident_key, process_instance_key, element_id, job_key, error_type, error_message,"
                        + " state, created_at, last_position) values (1, " + key + ", " + instance
                        + ", 'Task_NotifyBuyer', " + job + ", '"
                        + type + "', '" + message + "', 'OPEN', '2026-11-22 12:00Z', " + key + ")");
        return new IncidentId(1, key);
    }

    private static long job(long instance, String type) throws SQLException {
        var key = KEYS.incrementAndGet();
        HOUSE.feed(
                "insert into engine.job_event (month, epoch, partition_id, position, process_instance_key, job_key, element_id, job_type,"
                        + " intent, retries, at) values ('2026-11-01', 1, 1, " + key + ", " + instance + ", " + key
                        + ", 'Task_NotifyBuyer', '" + type + "', 'CREATED', 20, '2026-11-22 11:30Z')");
        return key;
    }

    @Test
    void an_incident_of_a_called_process_is_told_with_its_job_and_the_number_of_the_caller() throws SQLException {
        var refund = instance(null, instance("KMI1", null));
        var job = job(refund, "request-refund");
        var first = incident(refund, job, "JOB_NO_RETRIES", "channel silent");
        HOUSE.feed("update engine.incident set state = 'RESOLVED' where incident_key = " + first.key());
        var id = incident(refund, job, "JOB_NO_RETRIES", "channel silent");
        assertThat(incidents.view(olga, first).open()).isFalse();
        var row = incidents.view(olga, id).row();
        assertThat(row)
                .returns("KMI1", IncidentRow::businessNo)
                .returns("request-refund", IncidentRow::jobType)
                .returns(IncidentKind.JOB_NO_RETRIES, IncidentRow::kind)
                .returns(1, IncidentRow::earlier)
                .returns(NOON.plus(Duration.ofMinutes(2)), IncidentRow::nextTry);
        assertThat(incidents.open(olga, PageRequest.first(200)).rows())
                .contains(row)
                .noneMatch(open -> open.id().equals(first));
    }

    @Test
    void without_a_job_the_house_does_nothing_by_itself() throws SQLException {
        var id = incident(instance("KMI2", null), null, "DECISION_EVALUATION_ERROR", "x");
        assertThat(incidents.view(olga, id).row().nextTry()).isNull();
        var strange = incident(instance("KMI2", null), null, "SOMETHING_NEW", "x");
        assertThat(incidents.view(olga, strange).row().kind()).isEqualTo(IncidentKind.UNKNOWN);
    }

    @Test
    void every_reason_the_engine_knows_has_a_name_here() {
        assertThat(Arrays.stream(IncidentKind.values()).map(Enum::name).toList())
                .containsAll(Arrays.stream(ErrorType.values()).map(Enum::name).toList());
    }

    @Test
    void technical_facts_are_for_administrators_and_never_quote_the_engine() throws SQLException {
        var instance = instance("KMI3", null);
        var ours = incident(instance, job(instance, "notify-buyer"), "JOB_NO_RETRIES", "no answer");
        var engine = incident(instance, null, "EXTRACT_VALUE_ERROR", "was 13800000001");
        assertThat(incidents.view(olga, ours).technical()).isNull();
        assertThat(incidents.view(adam, ours).technical().message()).isEqualTo("no answer");
        assertThat(incidents.view(adam, engine).technical().message()).isNull();
    }

    @Test
    void the_picture_of_a_process_never_quotes_the_engine_either() throws SQLException {
        var instance = instance("KMI7", null);
        incident(instance, job(instance, "notify-buyer"), "JOB_NO_RETRIES", "no answer");
        incident(instance, null, "EXTRACT_VALUE_ERROR", "was 13800000001");
        var picture = HOUSE.bean(ProcessView.class).of(olga, "KMI7").orElseThrow();
        assertThat(picture.incidents())
                .extracting(ProcessPicture.IncidentRow::message)
                .containsExactlyInAnyOrder("no answer", null);
    }

    @Test
    void a_retry_is_asked_once_with_its_reason_audit_and_outbox_row() throws SQLException {
        var instance = instance("KMI4", null);
        var id = incident(instance, job(instance, "notify-buyer"), "JOB_NO_RETRIES", "x");
        var before = version();
        assertThatThrownBy(() -> incidents.retry(olga, id, "  ")).hasMessage(ErrorCode.REASON_REQUIRED.name());
        assertThat(incidents.retry(olga, id, "gateway is back")).isTrue();
        assertThat(incidents.retry(adam, id, "me too")).isFalse();
        assertThat(version()).isGreaterThan(before);
        assertThat(incidents.view(adam, id).ask())
                .returns("olga", IncidentView.Ask::by)
                .returns("gateway is back", IncidentView.Ask::reason);
        assertThat(count("outbox where topic = 'incident-retry' and key = '" + id.text() + "'"))
                .isOne();
        assertThat(count("audit_event where what = 'incident.retry-asked' and subject_no = '" + id.text() + "'"))
                .isOne();
        HOUSE.feed(
                "update engine.incident set state = 'RESOLVED', last_position = last_position + 100 where incident_key = "
                        + id.key());
        assertThat(incidents.retry(olga, id, "again")).isFalse();
        assertThatThrownBy(() -> incidents.handOver(olga, id, Role.ADMIN, "yours"))
                .hasMessage(ErrorCode.CONFLICT.name());
    }

    @Test
    void what_is_handed_over_waits_for_that_role_until_it_is_handed_on() throws SQLException {
        var id = incident(instance("KMI5", null), null, "IO_MAPPING_ERROR", "x");
        var fina = person("fina", Role.FINANCE);
        assertThatThrownBy(() -> incidents.handOver(olga, id, Role.ARBITRATOR, "yours"))
                .hasMessage(ErrorCode.INVALID_INPUT.name());
        incidents.handOver(olga, id, Role.FINANCE, "refund of a closed account");
        assertThat(incidents.handedTo(fina, 10)).singleElement().returns(id, IncidentRow::id);
        assertThat(incidents.handedTo(olga, 10)).isEmpty();
        incidents.handOver(fina, id, Role.OPERATOR, "money is not the matter");
        assertThat(incidents.handedTo(fina, 10)).isEmpty();
        assertThat(incidents.view(olga, id).handovers())
                .extracting(IncidentView.Handover::by)
                .containsExactly("fina", "olga");
        assertThat(count("audit_event where what = 'incident.handed-over' and subject_no = '" + id.text() + "'"))
                .isEqualTo(2);
    }

    @Test
    void strangers_are_refused_and_that_is_recorded() throws SQLException {
        var id = incident(instance("KMI6", null), null, "IO_MAPPING_ERROR", "x");
        var arbitrator = person("arno", Role.ARBITRATOR);
        var auditor = person("ada", Role.AUDITOR);
        assertThat(incidents.view(auditor, id).open()).isTrue();
        assertThatThrownBy(() -> incidents.retry(auditor, id, "why not")).hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThatThrownBy(() -> incidents.view(arbitrator, id)).hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThatThrownBy(() -> incidents.open(arbitrator, PageRequest.first(1)))
                .hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThat(count("audit_event where what = 'access.refused' and subject_no = '" + id.text() + "'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> incidents.view(adam, new IncidentId(9, 9))).hasMessage(ErrorCode.NOT_FOUND.name());
    }

    private long version() {
        return HOUSE.bean(RowVersions.class)
                .versions("incidents", List.of("all"))
                .getOrDefault("all", -1L);
    }

    private long count(String of) {
        return sql.sql("select count(*) from " + of).query(Long.class).single();
    }
}
