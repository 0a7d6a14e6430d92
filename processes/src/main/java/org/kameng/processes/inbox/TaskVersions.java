package org.kameng.processes.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change feed of single tasks by {@link TaskId#text()}. */
@Component
class TaskVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    TaskVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var found = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select t.epoch || '-' || t.user_task_key as no, t.last_position * 8
                          + (case when c.epoch is null then 0 else 1 end)
                          + (case when d.epoch is null then 0 when d.state = 'RECORDED' then 2 else 4 end) as version
                        from engine.user_task t
                        left join task_claim c on c.epoch = t.epoch and c.user_task_key = t.user_task_key
                        left join task_decision d on d.epoch = t.epoch and d.user_task_key = t.user_task_key
                        where (t.epoch, t.user_task_key) in (
                          select split_part(x, '-', 1)::bigint, split_part(x, '-', 2)::bigint from unnest(:nos::text[]) x)
                        """).param("nos", nos.toArray(String[]::new)).query(rs -> {
            found.put(rs.getString("no"), rs.getLong("version"));
        });
        return found;
    }
}
