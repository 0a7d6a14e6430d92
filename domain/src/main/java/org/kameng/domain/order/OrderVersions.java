package org.kameng.domain.order;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages when their order has changed. */
@Component
class OrderVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    OrderVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var versions = new HashMap<String, Long>();
        if (!nos.isEmpty()) {
            jdbc.sql("select no, version from orders where no in (:nos)")
                    .param("nos", nos)
                    .query(row -> {
                        versions.put(row.getString("no"), row.getLong("version"));
                    });
        }
        return versions;
    }
}
