package org.kameng.domain.vault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an open card box, by its owner's account, that a card came or was revealed for the first time; both only grow. */
@Component
class CardBoxVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    CardBoxVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "cards";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var versions = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                select o.owner, count(c.id) + count(r.card_id) as version from unnest(:owners::uuid[]) o(owner)
                  left join card c on c.owner_id = o.owner and c.state = 2
                  left join card_first_reveal r on r.card_id = c.id
                group by o.owner""").param("owners", nos.toArray(String[]::new)).query(row -> {
            versions.put(row.getObject("owner", UUID.class).toString(), row.getLong("version"));
        });
        return versions;
    }
}
