package org.kameng.domain.supplier;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kameng.domain.shared.RowVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change feed of the whole purchase desk: another number whenever an open purchase or a decision comes, goes or changes. */
@Component
class PurchaseVersions implements RowVersions.Source {
    private final JdbcClient jdbc;

    PurchaseVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "purchases";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var version = jdbc.sql("""
                        select coalesce((select sum(hashtext(purchase_no)::bigint + version) from purchase
                            where state in ('INTENDED', 'PROCESSING', 'UNKNOWN') or state = 'BAD_GOODS' and judged_at is null), 0)
                          + coalesce((select max(id) from purchase_decision), 0)
                          - (select count(*) from purchase_decision where state = 'PROPOSED')""").query(Long.class).single();
        return nos.stream().collect(Collectors.toMap(Function.identity(), no -> version));
    }
}
