package org.kameng.processes.incident;

import java.util.Collection;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change feed of all incidents under one number, {@code all}: rises whenever one comes, goes or is cared for. */
@Component
class IncidentVersions implements RowVersions.Source {
    private static final String ALL = "all";

    private final JdbcClient jdbc;

    IncidentVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "incidents";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        if (!nos.contains(ALL)) return Map.of();
        return Map.of(ALL, jdbc.sql("""
                        select coalesce(e.epoch, 0) * 1000000000000
                          + coalesce((select max(last_position) from engine.incident s where s.epoch = e.epoch), 0)
                          + (select count(*) from incident_retry) + (select count(*) from incident_handover)
                        from (select max(epoch) as epoch from engine.epoch) e""").query(Long.class).single());
    }
}
