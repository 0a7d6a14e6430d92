package org.kameng.processes.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change feed of a whole inbox by role name: another number whenever a task comes, goes, is claimed or given back. */
@Component
class InboxVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    InboxVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var found = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select g as no, coalesce(sum(t.last_position * 4 + (case when c.epoch is null then 0 else 1 end)
                          + (case when d.epoch is null then 0 else 2 end)), 0)::bigint as version
                        from unnest(:nos::text[]) g
                        left join engine.user_task t on t.state = 'CREATED' and t.candidate_groups @> array[g]
                        left join task_claim c on c.epoch = t.epoch and c.user_task_key = t.user_task_key
                        left join task_decision d on d.epoch = t.epoch and d.user_task_key = t.user_task_key
                        group by g
                        """).param("nos", nos.toArray(String[]::new)).query(rs -> {
            found.put(rs.getString("no"), rs.getLong("version"));
        });
        return found;
    }
}
