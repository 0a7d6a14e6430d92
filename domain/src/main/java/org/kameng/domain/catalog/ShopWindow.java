package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the shop front. Which products match is one index range of {@code shop_listing}; only the stock of the page's own
 * products is counted, and only as far as the shop tells it.
 */
@Component
class ShopWindow {
    private static final int COUNT_UP_TO = 10_000;
    private static final int SHELF_UP_TO = 1_000;
    /** Above this the shop says "plenty". */
    private static final int STOCK_UP_TO = 100;

    // The page is found in an index alone, however far back it lies; only its own rows are read.
    private static final String PAGE =
            """
            select p.slug, p.name_zh, p.name_en, l.category_code, e.name as seller_name, l.price_from, l.face_from,
              coalesce(n.offers, 0) as offers, coalesce(n.stock, 0) as stock
            from (%s order by %s offset :offset limit :limit) k
              join shop_listing l using (seller_id, product_id) join product p on p.id = l.product_id join seller e on e.id = l.cheapest_seller,
              lateral (select count(*) as offers, least(sum(@cards + @sources), :most) as stock
                from sku s join offer o on o.sku_code = s.code join seller os on os.id = o.seller_id
                where s.product_id = l.product_id and o.on_sale and os.on_sale
                  and (l.seller_id = '' or o.seller_id = l.seller_id)) n
            order by %s""".replace("@cards", OfferStock.cards(STOCK_UP_TO)).replace("@sources", OfferStock.SOURCES);

    private static final String KEYS = "select l.seller_id, l.product_id from shop_listing l where ";

    // A band is two index ranges: lowest prices within it, and the few products whose prices spread across its lower
    // end. As one condition the page would be sought from the cheapest product of the shop on.
    private static final String LOWEST_IN_BAND = "l.price_from between :low and :high";
    private static final String SPREAD_INTO_BAND = """
            l.price_to > l.price_from and l.price_from < :low and l.price_to >= :low
              and exists (select 1 from unnest(l.prices) p where p between :low and :high)""";
    private static final String BAND = """
            select l.seller_id, l.product_id from (
              (select * from shop_listing l where @where and @lowest order by @order limit :offset + :limit)
              union all (select * from shop_listing l where @where and @spread order by @order limit :offset + :limit)) l""".replace("@lowest", LOWEST_IN_BAND).replace("@spread", SPREAD_INTO_BAND);

    private final JdbcClient jdbc;

    ShopWindow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<ProductCard> page(ShopFilter filter, PageRequest page, Instant now) {
        var where = Where.of(filter);
        var order = order(filter.sort());
        var rows = jdbc.sql(PAGE.formatted(where.keys(order), order, order))
                .params(where.params())
                .param("today", LocalDate.ofInstant(now, ShopTime.ZONE))
                .param("now", SqlTime.of(now))
                .param("most", STOCK_UP_TO)
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> card(row))
                .list();
        return Slice.of(rows, page);
    }

    int count(ShopFilter filter) {
        var where = Where.of(filter);
        return jdbc.sql("select count(*) from (select 1 from shop_listing l where " + where.all() + " limit :most) n")
                .params(where.params())
                .param("most", COUNT_UP_TO)
                .query(Integer.class)
                .single();
    }

    List<CategoryRow> categories() {
        return jdbc.sql("""
                select c.code, c.name_zh, c.name_en, n.products
                from category c, lateral (select count(*) as products from (select 1 from shop_listing
                  where seller_id = '' and category_code = c.code limit :most) some_of) n
                where n.products > 0 order by c.position, c.code limit 100""")
                .param("most", SHELF_UP_TO)
                .query((row, n) -> new CategoryRow(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("products")))
                .list();
    }

    List<SellerRow> sellers() {
        return jdbc.sql("""
                select e.id, e.name from seller e where exists (select 1 from shop_listing l where l.seller_id = e.id)
                order by e.name, e.id limit 200""")
                .query((row, n) -> new SellerRow(new SellerId(row.getString("id")), row.getString("name")))
                .list();
    }

    private static String order(ShopFilter.Sort sort) {
        return switch (sort) {
            case SHOP -> "l.position, l.product_id";
            case CHEAPEST -> "l.price_from, l.product_id";
            case DEAREST -> "l.price_from desc, l.product_id desc";
            case NEWEST -> "l.product_id desc";
        };
    }

    private static ProductCard card(ResultSet row) throws SQLException {
        return new ProductCard(
                row.getString("slug"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("category_code"),
                row.getString("seller_name"),
                Money.ofFen(row.getLong("price_from")),
                Money.ofFen(row.getLong("face_from")),
                row.getInt("offers"),
                row.getInt("stock"));
    }

    private record Where(String sql, boolean band, Map<String, Object> params) {
        /** The keys of all that match, to be cut to a page in this order. */
        String keys(String order) {
            return band ? BAND.replace("@where", sql).replace("@order", order) : KEYS + sql;
        }

        /** All that match as one condition. */
        String all() {
            return band ? "%s and (%s or (%s))".formatted(sql, LOWEST_IN_BAND, SPREAD_INTO_BAND) : sql;
        }

        static Where of(ShopFilter filter) {
            var parts = new ArrayList<>(List.of("l.seller_id = :seller"));
            var params = new HashMap<String, Object>();
            params.put("seller", filter.seller() == null ? "" : filter.seller().value());
            if (filter.category() != null) {
                parts.add("l.category_code = :category");
                params.put("category", filter.category());
            }
            var band = filter.priceFrom() != null || filter.priceTo() != null;
            if (band) {
                params.put(
                        "low",
                        filter.priceFrom() == null ? 0 : filter.priceFrom().fen());
                params.put(
                        "high",
                        filter.priceTo() == null
                                ? Long.MAX_VALUE
                                : filter.priceTo().fen());
            }
            return new Where(String.join(" and ", parts), band, params);
        }
    }
}
