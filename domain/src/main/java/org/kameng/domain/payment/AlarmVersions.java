package org.kameng.domain.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an open list of alarms that another one was raised, whatever the number asked for. */
@Component
class AlarmVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    AlarmVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "alarms";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var newest = jdbc.sql("select coalesce(max(id), 0) from payment_alarm")
                .query(Long.class)
                .single();
        var versions = new LinkedHashMap<String, Long>();
        nos.forEach(no -> versions.put(no, newest));
        return versions;
    }
}
