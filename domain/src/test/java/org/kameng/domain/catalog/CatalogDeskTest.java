package org.kameng.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class CatalogDeskTest {
    private static final Actor OLGA = ShopFixture.OPERATOR;
    private static final Actor ADA = DomainTestContext.person("ada", Role.AUDITOR);

    private final ShopFixture shop = new ShopFixture();
    private final CatalogDesk desk = shop.bean(CatalogDesk.class);
    private final Catalog catalog = shop.bean(Catalog.class);
    private SellerId seller;
    private ProductData product;
    private SkuData sku;
    private OfferData offer;

    @BeforeEach
    void goods() {
        seller = CatalogTestData.seller(shop);
        product = saved(desk.save(OLGA, CatalogTestData.product()));
        sku = saved(desk.save(OLGA, CatalogTestData.sku(product.id())));
        offer = saved(desk.save(OLGA, CatalogTestData.offer(sku.code(), seller)));
    }

    @Test
    void goods_are_written_as_drafts_and_go_on_sale_when_they_keep_the_standard() {
        assertThat(catalog.product(product.slug())).isEmpty();
        onSale();
        var shown = catalog.product(product.slug()).orElseThrow().offers().getFirst();
        assertThat(shown.promiseDays()).isEqualTo(7);
        assertThat(shown.maxPerOrder()).isEqualTo(20);
        assertThat(catalog.terms(sku.code(), seller)).isPresent();
        assertThat(whatHappened("offer", offer.id().toString()))
                .extracting(AuditRow::what)
                .containsExactly("offer.changed", "offer.added");
    }

    @Test
    void a_draft_may_say_anything_but_nothing_on_sale_may_break_the_standard() {
        var draft = saved(desk.save(OLGA, about(product, "全网最低")));
        assertThat(desk.save(OLGA, sold(draft)))
                .isInstanceOfSatisfying(
                        SaveResult.Unfit.class,
                        unfit -> assertThat(unfit.findings()).hasSize(2));
        assertThat(desk.save(OLGA, sold(offer))).isInstanceOf(SaveResult.Unfit.class);

        product = saved(desk.save(OLGA, about(draft, CatalogTestData.product().aboutZh())));
        onSale();
        assertThat(desk.save(OLGA, about(product, "国家级点卡，值得拥有，欢迎"))).isInstanceOf(SaveResult.Unfit.class);
        assertThat(desk.save(OLGA, priced(offer, 9900))).isInstanceOf(SaveResult.Unfit.class);
        assertThat(desk.save(OLGA, faced(sku, 10_000)))
                .as("the price of what is sold no longer fits the face")
                .isInstanceOf(SaveResult.Unfit.class);
        assertThat(catalog.terms(sku.code(), seller).orElseThrow().price()).isEqualTo(Money.ofFen(2940));
    }

    @Test
    void who_saves_over_a_later_edit_is_told_what_stands_there_and_changes_nothing() {
        var oscar = DomainTestContext.person("oscar", Role.OPERATOR);
        saved(desk.save(oscar, about(product, "另一种说法，同样介绍这张点卡。")));
        var mine = about(product, "我的说法，也介绍了这张点卡。");
        assertThat(desk.save(OLGA, mine)).isInstanceOfSatisfying(SaveResult.Overtaken.class, overtaken -> {
            assertThat(overtaken.by()).isEqualTo("oscar");
            assertThat(overtaken.at()).isEqualTo(shop.context().clock().instant());
            assertThat(((ProductData) overtaken.current()).aboutZh()).startsWith("另一种说法");
        });
        assertThat(desk.product(OLGA, product.id()).product().aboutZh()).startsWith("另一种说法");
        var again = new ProductData(
                mine.id(),
                mine.slug(),
                mine.category(),
                mine.nameZh(),
                mine.nameEn(),
                mine.aboutZh(),
                mine.aboutEn(),
                1,
                false,
                2);
        assertThat(saved(desk.save(OLGA, again)).version()).isEqualTo(3);
    }

    @Test
    void two_edits_at_once_never_bring_a_breach_on_sale() throws Exception {
        for (var round = 0; round < 10; round++) {
            goods();
            product = saved(desk.save(OLGA, sold(product)));
            var bare = sku;
            Callable<SaveResult<?>> words = () -> desk.save(
                    OLGA,
                    new SkuData(
                            bare.code(),
                            bare.product(),
                            bare.kind(),
                            bare.nameZh(),
                            bare.nameEn(),
                            bare.face(),
                            bare.region(),
                            "",
                            "",
                            bare.activationLimitZh(),
                            bare.activationLimitEn(),
                            bare.refundPolicyZh(),
                            bare.refundPolicyEn(),
                            7,
                            20,
                            1));
            var shut = offer;
            Callable<SaveResult<?>> sale = () -> desk.save(OLGA, sold(shut));
            try (var pool = Executors.newFixedThreadPool(2)) {
                var results = pool.invokeAll(round % 2 == 0 ? List.of(words, sale) : List.of(sale, words));
                var unfit = 0;
                for (var result : results) if (result.get() instanceof SaveResult.Unfit<?>) unfit++;
                assertThat(unfit).as("one of the two is refused").isEqualTo(1);
            }
        }
    }

    @Test
    void each_new_price_is_a_version_that_is_kept_and_an_order_keeps_its_own() {
        onSale();
        offer = saved(desk.save(OLGA, priced(offer, 2800)));
        offer = saved(desk.save(OLGA, sold(offer)));
        assertThat(offer.priceVersion()).isEqualTo(2);
        assertThat(desk.prices(ADA, offer.id()))
                .extracting(PriceRow::version, PriceRow::price, PriceRow::setBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, Money.ofFen(2800), "olga"),
                        org.assertj.core.groups.Tuple.tuple(1L, Money.ofFen(2940), "olga"));
        assertThat(whatHappened("offer", offer.id().toString()).getFirst().facts())
                .containsEntry("price", "29.40 → 28.00");

        var old = shop.offer();
        var seen = desk.product(OLGA, productOf(old.sku())).offers().getFirst();
        saved(desk.save(
                OLGA, new OfferData(seen.sku(), seen.seller(), Money.ofFen(2500), 1, 200, false, 10, seen.version())));
        assertThat(desk.prices(ADA, seen.id()))
                .extracting(PriceRow::setBy)
                .as("the price that came with the data is kept as well")
                .containsExactly("olga", null);
        assertThatThrownBy(() -> shop.context()
                        .sql()
                        .sql("update offer_price set price_fen = 1")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void only_operators_write_and_names_are_taken_once() {
        assertThatThrownBy(() -> desk.save(ADA, product)).hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> desk.find(ShopFixture.SUPPORT, GoodsFilter.ALL, PageRequest.first(1)))
                .hasMessageContaining("ACCESS_DENIED");
        var twin = CatalogTestData.product();
        assertThatThrownBy(() -> desk.save(
                        OLGA,
                        new ProductData(
                                null, product.slug(), "lint", twin.nameZh(), twin.nameEn(), "", "", 1, false, 0)))
                .hasMessageContaining("NAME_TAKEN");
        assertThatThrownBy(() -> desk.save(OLGA, faced(sku, 0))).hasMessageContaining("INVALID_INPUT");
    }

    @Test
    void goods_are_found_by_name_code_seller_and_whether_they_are_on_sale() {
        var bySeller = new GoodsFilter("", "lint", seller, null);
        assertThat(desk.find(OLGA, bySeller, PageRequest.first(10)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.offersOnSale()).isZero());
        assertThat(desk.count(ADA, bySeller)).isEqualTo(1);
        assertThat(desk.count(
                        ADA,
                        new GoodsFilter(sku.code().value().toLowerCase(java.util.Locale.ROOT), null, seller, false)))
                .isEqualTo(1);
        assertThat(desk.count(ADA, new GoodsFilter("星云远征", null, seller, true))).isZero();
        assertThat(desk.count(ADA, new GoodsFilter("%", null, seller, null)))
                .as("what people type is no pattern")
                .isZero();
    }

    private void onSale() {
        product = saved(desk.save(OLGA, sold(product)));
        offer = saved(desk.save(OLGA, sold(offer)));
    }

    private ProductId productOf(SkuId code) {
        return new ProductId(shop.context()
                .sql()
                .sql("select product_id from sku where code = :code")
                .param("code", code.value())
                .query(Long.class)
                .single());
    }

    private List<AuditRow> whatHappened(String kind, String no) {
        return shop.bean(AuditQuery.class)
                .of(ADA, kind, no, PageRequest.first(20))
                .rows();
    }

    private static ProductData about(ProductData p, String zh) {
        return new ProductData(
                p.id(),
                p.slug(),
                p.category(),
                p.nameZh(),
                p.nameEn(),
                zh,
                p.aboutEn(),
                p.position(),
                p.onSale(),
                p.version());
    }

    private static ProductData sold(ProductData p) {
        return new ProductData(
                p.id(),
                p.slug(),
                p.category(),
                p.nameZh(),
                p.nameEn(),
                p.aboutZh(),
                p.aboutEn(),
                p.position(),
                true,
                p.version());
    }

    private static OfferData sold(OfferData o) {
        return new OfferData(o.sku(), o.seller(), o.price(), 1, o.commissionBp(), true, o.lowStock(), o.version());
    }

    private static OfferData priced(OfferData o, long fen) {
        return new OfferData(
                o.sku(), o.seller(), Money.ofFen(fen), 1, o.commissionBp(), o.onSale(), o.lowStock(), o.version());
    }

    private static SkuData faced(SkuData s, long fen) {
        return new SkuData(
                s.code(),
                s.product(),
                s.kind(),
                "星云远征点卡",
                s.nameEn(),
                Money.ofFen(fen),
                s.region(),
                s.guideZh(),
                s.guideEn(),
                s.activationLimitZh(),
                s.activationLimitEn(),
                s.refundPolicyZh(),
                s.refundPolicyEn(),
                7,
                20,
                s.version());
    }

    private static <T> T saved(SaveResult<T> result) {
        return switch (result) {
            case SaveResult.Saved<T> saved -> saved.stored();
            case SaveResult.Overtaken<T> overtaken -> throw new AssertionError("overtaken by " + overtaken.by());
            case SaveResult.Unfit<T> unfit -> throw new AssertionError("unfit: " + unfit.findings());
        };
    }
}
