package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operators' list of products, on sale or not. */
@Component
class GoodsList {
    private static final int COUNT_UP_TO = 10_000;
    private static final String ROWS = """
            select p.id, p.slug, p.name_zh, p.name_en, c.name_zh as category_zh, c.name_en as category_en, p.on_sale,
              n.skus, n.offers, n.offers_on_sale, n.price_from
            from (select * from product p where %s order by p.position, p.id offset :offset limit :limit) p
              join category c on c.code = p.category_code,
              lateral (select count(distinct s.code) as skus, count(o.id) as offers,
                  count(*) filter (where o.on_sale) as offers_on_sale, min(o.price_fen) as price_from
                from sku s left join offer o on o.sku_code = s.code where s.product_id = p.id) n
            order by p.position, p.id""";

    private final JdbcClient jdbc;

    GoodsList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<GoodsRow> find(GoodsFilter filter, PageRequest page) {
        var where = Where.of(filter);
        var rows = jdbc.sql(ROWS.formatted(where.sql()))
                .params(where.params())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> row(row))
                .list();
        return Slice.of(rows, page);
    }

    int count(GoodsFilter filter) {
        var where = Where.of(filter);
        return jdbc.sql("select count(*) from (select 1 from product p where " + where.sql() + " limit :most) n")
                .params(where.params())
                .param("most", COUNT_UP_TO)
                .query(Integer.class)
                .single();
    }

    private static GoodsRow row(ResultSet row) throws SQLException {
        var from = row.getObject("price_from", Long.class);
        return new GoodsRow(
                new ProductId(row.getLong("id")),
                row.getString("slug"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("category_zh"),
                row.getString("category_en"),
                row.getBoolean("on_sale"),
                row.getInt("skus"),
                row.getInt("offers"),
                row.getInt("offers_on_sale"),
                from == null ? null : Money.ofFen(from));
    }

    private record Where(String sql, Map<String, Object> params) {
        static Where of(GoodsFilter filter) {
            var parts = new ArrayList<>(List.of("true"));
            var params = new HashMap<String, Object>();
            if (!filter.text().isBlank()) {
                parts.add("""
                        (p.search like lower(:text) or p.id in (select product_id from sku where code like :code))""");
                params.put("text", SqlText.containing(filter.text()));
                params.put(
                        "code",
                        SqlText.containing(filter.text().toUpperCase(Locale.ROOT))
                                .substring(1));
            }
            if (filter.category() != null) {
                parts.add("p.category_code = :category");
                params.put("category", filter.category());
            }
            if (filter.seller() != null) {
                parts.add(
                        "p.id in (select s.product_id from offer o join sku s on s.code = o.sku_code where o.seller_id = :seller)");
                params.put("seller", filter.seller().value());
            }
            if (filter.onSale() != null) {
                parts.add("p.on_sale = :onSale");
                params.put("onSale", filter.onSale());
            }
            return new Where(String.join(" and ", parts), params);
        }
    }
}
