package org.kameng.processes.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change feed of pictures and timelines by business number: the last position the feed wrote for its instances. */
@Component
class ProcessVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    ProcessVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "process";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var found = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        """
                        select i.business_no as no, max(greatest(i.last_position,
                          coalesce((select max(e.position) from engine.element_event e
                            where e.epoch = i.epoch and e.process_instance_key = i.process_instance_key), 0),
                          coalesce((select max(j.position) from engine.job_event j
                            where j.epoch = i.epoch and j.process_instance_key = i.process_instance_key), 0))
                          + i.epoch * 1000000000000) as version
                        from engine.instance i where i.business_no = any(:nos::text[]) group by i.business_no
                        """)
                .param("nos", nos.toArray(String[]::new))
                .query(rs -> {
                    found.put(rs.getString("no"), rs.getLong("version"));
                });
        return found;
    }
}
