package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class SqlCatalog implements Catalog {
    private static final int STOCK_UP_TO = 1_000;
    private static final String STOCK = "(%s + %s)".formatted(OfferStock.cards(STOCK_UP_TO), OfferStock.SOURCES);

    private static final String ON_SALE = "o.on_sale and e.on_sale and p.on_sale";

    private static final String ALL_OFFERS = """
            select o.sku_code, s.kind, o.seller_id, e.name as seller_name, s.name_zh, s.name_en, s.face_fen, o.price_fen,
              %s as stock, s.refund_policy_zh, s.refund_policy_en, s.guide_zh, s.guide_en, s.region,
              s.activation_limit_zh, s.activation_limit_en, s.promise_days, s.max_per_order, p.slug
            from offer o join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id
              join product p on p.id = s.product_id""".formatted(STOCK);

    private static final String OFFERS = ALL_OFFERS + "\nwhere " + ON_SALE;

    private final JdbcClient jdbc;
    private final ShopWindow window;
    private final Clock clock;

    SqlCatalog(JdbcClient jdbc, ShopWindow window, Clock clock) {
        this.jdbc = jdbc;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public Slice<ProductCard> shopFront(ShopFilter filter, PageRequest page) {
        return window.page(filter, page, clock.instant());
    }

    @Override
    public int count(ShopFilter filter) {
        return window.count(filter);
    }

    @Override
    public Optional<ProductPage> product(String slug) {
        var offers = jdbc.sql(OFFERS + " and p.slug = :slug order by s.face_fen, s.code, o.price_fen limit 100")
                .param("today", today())
                .param("now", SqlTime.of(clock.instant()))
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
                .param("now", SqlTime.of(clock.instant()))
                .param("sku", sku.value())
                .param("seller", seller.value())
                .query((row, n) -> offer(row))
                .optional();
    }

    @Override
    public List<CategoryRow> categories() {
        return window.categories();
    }

    @Override
    public List<SellerRow> sellers() {
        return window.sellers();
    }

    @Override
    public Slice<OfferRow> offers(String text, PageRequest page) {
        var rows = jdbc.sql(ALL_OFFERS + """

                where s.kind = 'CARD' and (o.sku_code ilike :text or s.name_zh ilike :text or s.name_en ilike :text)
                order by o.sku_code, o.seller_id offset :offset limit :limit""")
                .param("today", today())
                .param("now", SqlTime.of(clock.instant()))
                .param("text", SqlText.containing(text))
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> offer(row))
                .list();
        return Slice.of(rows, page);
    }

    @Override
    public Optional<OfferTerms> terms(SkuId sku, SellerId seller) {
        return jdbc.sql("""
                select o.id, s.kind, e.sub_mchid, e.smid, s.name_zh, s.name_en, s.face_fen, o.price_fen, o.price_version, o.commission_bp,
                  s.max_per_order, s.business_max_per_order
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
                        row.getString("smid"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        Money.ofFen(row.getLong("face_fen")),
                        Money.ofFen(row.getLong("price_fen")),
                        row.getLong("price_version"),
                        row.getInt("commission_bp"),
                        row.getInt("max_per_order"),
                        row.getInt("business_max_per_order")))
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
                row.getInt("promise_days"),
                row.getInt("max_per_order"),
                row.getString("slug"));
    }
}
