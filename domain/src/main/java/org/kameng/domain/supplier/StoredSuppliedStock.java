package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SuppliedStock;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the synchronisation kept. A source that we paused still tells, after those we would buy from. */
@Component
class StoredSuppliedStock implements SuppliedStock {
    private final JdbcClient jdbc;

    StoredSuppliedStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<OfferId, Told> told(Collection<OfferId> offers) {
        var told = new HashMap<OfferId, Told>();
        jdbc.sql("""
                select distinct on (o.id) o.sku_code, o.seller_id, u.name, s.stock, s.on_sale, s.told_at
                from unnest(:skus, :sellers) as wanted (sku, seller)
                  join offer o on o.sku_code = wanted.sku and o.seller_id = wanted.seller
                  join source s on s.offer_id = o.id join supplier u on u.id = s.supplier_id
                where s.contracted and u.in_use and s.told_at is not null
                order by o.id, s.paused_at is null desc, s.on_sale desc, nullif(s.stock, -1) desc nulls first, s.preference""")
                .param("skus", offers.stream().map(offer -> offer.sku().value()).toArray(String[]::new))
                .param(
                        "sellers",
                        offers.stream().map(offer -> offer.seller().value()).toArray(String[]::new))
                .query(row -> {
                    told.put(offer(row), told(row));
                });
        return told;
    }

    private static OfferId offer(ResultSet row) throws SQLException {
        return new OfferId(new SkuId(row.getString("sku_code")), new SellerId(row.getString("seller_id")));
    }

    private static Told told(ResultSet row) throws SQLException {
        var units = row.getObject("stock", Integer.class);
        return new Told(
                row.getString("name"),
                units == null || units < 0 ? null : units,
                row.getBoolean("on_sale"),
                SqlTime.get(row, "told_at"));
    }
}
