package org.kameng.domain.vault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells an open card box, by its owner's account, that a card came to it or to a guest its owner adopted, or that the owner
 * revealed one for the first time: the time of the last one, and how many came within the minute before it, so that one that is
 * committed a little late is told of as well. Counting the whole box would cost a big buyer's every look.
 */
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
                select o.owner, came.version + revealed.version as version from unnest(:owners::uuid[]) o(owner),
                  lateral (select sum(coalesce(cast(extract(epoch from l.at) * 1000000 as bigint), 0) + (select count(*) from card
                      where owner_id = a.id and state = 2 and delivered_at > l.at - interval '1 minute')) as version
                    from (select o.owner as id union all select account_id from guest where adopted_by = o.owner) a,
                      lateral (select max(delivered_at) as at from card where owner_id = a.id and state = 2) l) came,
                  lateral (select coalesce(cast(extract(epoch from l.at) * 1000000 as bigint), 0) + (select count(*) from card_first_reveal
                      where revealed_by = o.owner and revealed_at > l.at - interval '1 minute') as version
                    from (select max(revealed_at) as at from card_first_reveal where revealed_by = o.owner) l) revealed""").param("owners", nos.toArray(String[]::new)).query(row -> {
            versions.put(row.getObject("owner", UUID.class).toString(), row.getLong("version"));
        });
        return versions;
    }
}
