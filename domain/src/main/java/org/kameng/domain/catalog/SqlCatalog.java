package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class SqlCatalog implements Catalog {
    private static final String STOCK = """
            ((select count(*) from card c where c.offer_id = o.id and c.state = 0 and c.expires_on >= :today)
              + (select coalesce(max(case when q.stock between 0 and %1$s then q.stock else %1$s end), 0) from source q
                join supplier u on u.id = q.supplier_id where q.offer_id = o.id and q.contracted and u.in_use and q.on_sale
                and q.cost_fen <= q.max_cost_fen))
            """.formatted(OfferRow.PLENTY);

    private static final String ON_SALE = "o.on_sale and e.on_sale and p.on_sale";

    private static final String OFFERS = """
            select o.sku_code, s.kind, o.seller_id, e.name as seller_name, s.name_zh, s.name_en, s.face_fen, o.price_fen,
              %s as stock, s.refund_policy_zh, s.refund_policy_en, s.guide_zh, s.guide_en, s.region,
              s.activation_limit_zh, s.activation_limit_en, s.max_per_order, p.slug
            from offer o join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id
              join product p on p.id = s.product_id
            where %s""".formatted(STOCK, ON_SALE);

    private static final String FRONT = """
            select p.slug, p.name_zh, p.name_en, p.category_code, min(e.name) as seller_name, min(o.price_fen) as price_from,
              min(s.face_fen) as face_from, count(*) as offers, sum(%s) as stock
            from product p join sku s on s.product_id = p.id join offer o on o.sku_code = s.code
              join seller e on e.id = o.seller_id
            where %s and (cast(:category as text) is null or p.category_code = :category)
            group by p.id order by p.position, p.id offset :offset limit :limit""".formatted(STOCK, ON_SALE);

    private final JdbcClient jdbc;
    private final Clock clock;

    SqlCatalog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Slice<ProductCard> shopFront(@Nullable String category, PageRequest page) {
        var rows = jdbc.sql(FRONT)
                .param("today", today())
                .param("category", category)
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> new ProductCard(
                        row.getString("slug"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("category_code"),
                        row.getString("seller_name"),
                        Money.ofFen(row.getLong("price_from")),
                        Money.ofFen(row.getLong("face_from")),
                        row.getInt("offers"),
                        row.getInt("stock")))
                .list();
        return Slice.of(rows, page);
    }

    @Override
    public Optional<ProductPage> product(String slug) {
        var offers = jdbc.sql(OFFERS + " and p.slug = :slug order by s.face_fen, s.code, o.price_fen limit 100")
                .param("today", today())
                .param("slug", slug)
                .query((row, n) -> offer(row))
                .list();
        if (offers.isEmpty()) return Optional.empty();
        return jdbc.sql("""
                select p.id, p.slug, p.name_zh, p.name_en, p.category_code, c.name_zh as category_zh, c.name_en as category_en,
                  p.about_zh, p.about_en
                from product p join category c on c.code = p.category_code where p.slug = :slug""")
                .param("slug", slug)
                .query((row, n) -> new ProductPage(
                        new ProductId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("category_code"),
                        row.getString("category_zh"),
                        row.getString("category_en"),
                        row.getString("about_zh"),
                        row.getString("about_en"),
                        offers))
                .optional();
    }

    @Override
    public Optional<OfferRow> offer(SkuId sku, SellerId seller) {
        return jdbc.sql(OFFERS + " and o.sku_code = :sku and o.seller_id = :seller")
                .param("today", today())
                .param("sku", sku.value())
                .param("seller", seller.value())
                .query((row, n) -> offer(row))
                .optional();
    }

    @Override
    public List<CategoryRow> categories() {
        return jdbc.sql("""
                select c.code, c.name_zh, c.name_en, count(distinct p.id) as products
                from category c join product p on p.category_code = c.code join sku s on s.product_id = p.id
                  join offer o on o.sku_code = s.code join seller e on e.id = o.seller_id
                where %s group by c.code order by c.position, c.code limit 100""".formatted(ON_SALE))
                .query((row, n) -> new CategoryRow(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("products")))
                .list();
    }

    @Override
    public List<OfferRow> offers() {
        return jdbc.sql(OFFERS + " and s.kind = 'CARD' order by e.name, s.code limit 1000")
                .param("today", today())
                .query((row, n) -> offer(row))
                .list();
    }

    @Override
    public Optional<OfferTerms> terms(SkuId sku, SellerId seller) {
        return jdbc.sql("""
                select o.id, s.kind, e.sub_mchid, s.name_zh, s.name_en, s.face_fen, o.price_fen, o.price_version, o.commission_bp,
                  s.max_per_order
                from offer o join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id
                  join product p on p.id = s.product_id
                where %s and o.sku_code = :sku and o.seller_id = :seller""".formatted(ON_SALE))
                .param("sku", sku.value())
                .param("seller", seller.value())
                .query((row, n) -> new OfferTerms(
                        sku,
                        SkuKind.valueOf(row.getString("kind")),
                        seller,
                        row.getString("sub_mchid"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        Money.ofFen(row.getLong("face_fen")),
                        Money.ofFen(row.getLong("price_fen")),
                        row.getLong("price_version"),
                        row.getInt("commission_bp"),
                        row.getInt("max_per_order")))
                .optional();
    }

    @Override
    public List<AccountField> accountFields(SkuId sku) {
        return jdbc.sql("select * from account_field where sku_code = :sku order by position limit 20")
                .param("sku", sku.value())
                .query((row, n) -> new AccountField(
                        row.getString("name"),
                        row.getString("label_zh"),
                        row.getString("label_en"),
                        row.getString("pattern"),
                        List.of((String[]) row.getArray("options").getArray())))
                .list();
    }

    @Override
    public Optional<SellerView> seller(SellerId seller) {
        return jdbc.sql("select name, uscc, sub_mchid from seller where id = :id")
                .param("id", seller.value())
                .query((row, n) -> new SellerView(
                        seller, row.getString("name"), row.getString("uscc"), row.getString("sub_mchid")))
                .optional();
    }

    private LocalDate today() {
        return ShopTime.today(clock);
    }

    private static OfferRow offer(ResultSet row) throws SQLException {
        return new OfferRow(
                new SkuId(row.getString("sku_code")),
                SkuKind.valueOf(row.getString("kind")),
                new SellerId(row.getString("seller_id")),
                row.getString("seller_name"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Money.ofFen(row.getLong("face_fen")),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("stock"),
                row.getString("refund_policy_zh"),
                row.getString("refund_policy_en"),
                row.getString("guide_zh"),
                row.getString("guide_en"),
                row.getString("region"),
                row.getString("activation_limit_zh"),
                row.getString("activation_limit_en"),
                row.getInt("max_per_order"),
                row.getString("slug"));
    }
}
