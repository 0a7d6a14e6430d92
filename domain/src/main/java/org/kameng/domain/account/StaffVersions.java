package org.kameng.domain.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages that a proposal came or was decided: whatever the number asked for, it is the state of the whole list. */
@Component
class StaffVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    StaffVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "staff";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var version = jdbc.sql("select count(*) + count(decided_at) from staff_change")
                .query(Long.class)
                .single();
        var versions = new LinkedHashMap<String, Long>();
        nos.forEach(no -> versions.put(no, version));
        return versions;
    }
}
