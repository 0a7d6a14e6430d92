package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads goods as they stand, one by one; whoever is about to save locks the row. */
@Component
class GoodsReads {
    private static final String LOCK = " for update";

    private final JdbcClient jdbc;

    GoodsReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored record and who wrote it. */
    record Stored<T>(T data, @Nullable String by, @Nullable Instant at) {}

    Optional<Stored<CategoryData>> lockCategory(String code) {
        return jdbc.sql("select * from category where code = :code" + LOCK)
                .param("code", code)
                .query(stored(GoodsReads::category))
                .optional();
    }

    /** By id, or by address while there is no id. */
    Optional<Stored<ProductData>> lockProduct(ProductData product) {
        var id = product.id();
        return jdbc.sql("select * from product where id = :id or (cast(:id as bigint) is null and slug = :slug)" + LOCK)
                .param("id", id == null ? null : id.value(), java.sql.Types.BIGINT)
                .param("slug", product.slug())
                .query(stored(GoodsReads::product))
                .optional();
    }

    Optional<Stored<SkuData>> lockSku(SkuId code) {
        return jdbc.sql("select * from sku where code = :code" + LOCK)
                .param("code", code.value())
                .query(stored(GoodsReads::sku))
                .optional();
    }

    Optional<Stored<OfferData>> lockOffer(OfferId id) {
        return jdbc.sql("select * from offer where sku_code = :sku and seller_id = :seller" + LOCK)
                .param("sku", id.sku().value())
                .param("seller", id.seller().value())
                .query(stored(GoodsReads::offer))
                .optional();
    }

    List<CategoryData> categories() {
        return jdbc.sql("select * from category order by position, code limit 500")
                .query((row, n) -> category(row))
                .list();
    }

    List<SellerRow> sellers() {
        return jdbc.sql("select id, name from seller order by name, id limit 1000")
                .query((row, n) -> new SellerRow(new SellerId(row.getString("id")), row.getString("name")))
                .list();
    }

    Optional<ProductSheet> sheet(ProductId id) {
        var product = jdbc.sql("select * from product where id = :id")
                .param("id", id.value())
                .query((row, n) -> product(row))
                .optional();
        return product.map(found -> new ProductSheet(found, skus(id), offers(id)));
    }

    Optional<ProductId> productOf(SkuId code) {
        return jdbc.sql("select product_id from sku where code = :code")
                .param("code", code.value())
                .query((row, n) -> new ProductId(row.getLong("product_id")))
                .optional();
    }

    /** Everybody who edits a part of a product's listing goes through this lock. */
    void lockListing(ProductId id) {
        jdbc.sql("select 1 from product where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private List<SkuData> skus(ProductId product) {
        return jdbc.sql("select * from sku where product_id = :id order by face_fen, code limit 100")
                .param("id", product.value())
                .query((row, n) -> sku(row))
                .list();
    }

    private List<OfferData> offers(ProductId product) {
        return jdbc.sql("""
                select o.* from offer o join sku s on s.code = o.sku_code where s.product_id = :id
                order by o.sku_code, o.price_fen, o.seller_id limit 500""")
                .param("id", product.value())
                .query((row, n) -> offer(row))
                .list();
    }

    List<PriceRow> prices(OfferId id) {
        return jdbc.sql("""
                select p.version, p.price_fen, p.set_at, p.set_by from offer_price p join offer o on o.id = p.offer_id
                where o.sku_code = :sku and o.seller_id = :seller order by p.version desc limit 100""")
                .param("sku", id.sku().value())
                .param("seller", id.seller().value())
                .query((row, n) -> new PriceRow(
                        row.getLong("version"),
                        Money.ofFen(row.getLong("price_fen")),
                        SqlTime.find(row, "set_at"),
                        row.getString("set_by")))
                .list();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> RowMapper<Stored<T>> stored(Reading<T> data) {
        return (row, n) -> new Stored<>(data.of(row), row.getString("changed_by"), SqlTime.find(row, "changed_at"));
    }

    private static CategoryData category(ResultSet row) throws SQLException {
        return new CategoryData(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getInt("position"),
                row.getLong("version"));
    }

    private static ProductData product(ResultSet row) throws SQLException {
        return new ProductData(
                new ProductId(row.getLong("id")),
                row.getString("slug"),
                row.getString("category_code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("about_zh"),
                row.getString("about_en"),
                row.getInt("position"),
                row.getBoolean("on_sale"),
                row.getLong("version"));
    }

    private static SkuData sku(ResultSet row) throws SQLException {
        return new SkuData(
                new SkuId(row.getString("code")),
                new ProductId(row.getLong("product_id")),
                SkuKind.valueOf(row.getString("kind")),
                row.getString("name_zh"),
                row.getString("name_en"),
                Money.ofFen(row.getLong("face_fen")),
                row.getString("region"),
                row.getString("guide_zh"),
                row.getString("guide_en"),
                row.getString("activation_limit_zh"),
                row.getString("activation_limit_en"),
                row.getString("refund_policy_zh"),
                row.getString("refund_policy_en"),
                row.getInt("promise_days"),
                row.getInt("max_per_order"),
                row.getLong("version"));
    }

    private static OfferData offer(ResultSet row) throws SQLException {
        return new OfferData(
                new SkuId(row.getString("sku_code")),
                new SellerId(row.getString("seller_id")),
                Money.ofFen(row.getLong("price_fen")),
                row.getLong("price_version"),
                row.getInt("commission_bp"),
                row.getBoolean("on_sale"),
                row.getInt("low_stock"),
                row.getLong("version"));
    }
}
