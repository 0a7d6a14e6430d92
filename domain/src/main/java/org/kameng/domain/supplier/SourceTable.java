package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sources of an offer, which are always those of its own seller. */
@Component
class SourceTable {
    private static final String SOURCES = """
            select s.* from source s join offer o on o.id = s.offer_id join supplier u on u.id = s.supplier_id
            where o.sku_code = :sku and o.seller_id = :seller and s.contracted and u.in_use and s.paused_at is null
              and %s order by s.preference limit 50""".formatted(Breakers.LETS_THROUGH);

    // A probe under way may end at any moment; it is looked after every half minute.
    private static final String NEXT_TRY = """
            select min(greatest(b.probe_at, cast(:now as timestamptz) + interval '30 seconds'))
            from source s join offer o on o.id = s.offer_id join supplier u on u.id = s.supplier_id
              join supplier_breaker b on b.supplier_id = s.supplier_id and b.supplier_sku = s.supplier_sku and b.open
            where o.sku_code = :sku and o.seller_id = :seller and s.contracted and u.in_use and s.paused_at is null
              and s.on_sale and s.cost_fen <= s.max_cost_fen and coalesce(s.stock, -1) <> 0 and s.id <> all(:asked)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first choice first. */
    List<Source> of(SkuId sku, SellerId seller) {
        return jdbc.sql(SOURCES)
                .param("sku", sku.value())
                .param("seller", seller.value())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, n) -> source(row))
                .list();
    }

    /** When the first source that could give, but stands behind an open fuse, may be tried again. */
    Optional<Instant> nextTry(SkuId sku, SellerId seller, Set<Long> asked) {
        return jdbc.sql(NEXT_TRY)
                .param("sku", sku.value())
                .param("seller", seller.value())
                .param("asked", asked.toArray(Long[]::new))
                .param("now", SqlTime.of(clock.instant()))
                .query((row, n) -> Optional.ofNullable(SqlTime.find(row, "min")))
                .single();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getLong("id"),
                new SupplierId(row.getString("supplier_id")),
                row.getString("supplier_sku"),
                row.getInt("preference"),
                Money.ofFen(row.getLong("cost_fen")),
                Money.ofFen(row.getLong("max_cost_fen")),
                row.getObject("stock", Integer.class),
                row.getBoolean("on_sale"),
                SqlTime.find(row, "told_at"),
                List.of((String[]) row.getArray("account_schema").getArray()));
    }
}
