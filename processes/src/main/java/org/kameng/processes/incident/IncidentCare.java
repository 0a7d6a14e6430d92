package org.kameng.processes.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people did about incidents. */
@Repository
class IncidentCare {
    private static final int LIMIT = 50;

    private final JdbcClient jdbc;

    IncidentCare(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when somebody asked before. */
    boolean ask(IncidentId id, Actor by, String reason, Instant at) {
        return jdbc.sql("""
                        insert into incident_retry (epoch, incident_key, reason, account_id, asked_by, asked_at)
                        values (:epoch, :key, :reason, :account, :name, :at) on conflict do nothing""")
                        .param("epoch", id.epoch())
                        .param("key", id.key())
                        .param("reason", reason)
                        .param("account", by.requireAccount().value())
                        .param("name", by.name())
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }

    Optional<IncidentView.Ask> asked(IncidentId id) {
        return jdbc.sql("select * from incident_retry where epoch = :epoch and incident_key = :key")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .query((row, n) -> new IncidentView.Ask(
                        row.getString("asked_by"), row.getString("reason"), SqlTime.get(row, "asked_at")))
                .optional();
    }

    void handOver(IncidentId id, Actor by, Role to, String note, Instant at) {
        jdbc.sql("""
                        insert into incident_handover (epoch, incident_key, to_role, note, account_id, handed_by, handed_at)
                        values (:epoch, :key, :role, :note, :account, :name, :at)""")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .param("role", to.name())
                .param("note", note)
                .param("account", by.requireAccount().value())
                .param("name", by.name())
                .param("at", SqlTime.of(at))
                .update();
    }

    List<IncidentView.Handover> handovers(IncidentId id) {
        return jdbc.sql("""
                        select * from incident_handover where epoch = :epoch and incident_key = :key
                        order by id desc limit :limit""")
                .param("epoch", id.epoch())
                .param("key", id.key())
                .param("limit", LIMIT)
                .query((row, n) -> new IncidentView.Handover(
                        Role.valueOf(row.getString("to_role")),
                        row.getString("note"),
                        row.getString("handed_by"),
                        SqlTime.get(row, "handed_at")))
                .list();
    }
}
