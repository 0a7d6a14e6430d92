package org.kameng.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Money;

class StandardLinterTest {
    private static final ProductData PRODUCT = CatalogTestData.product();
    private static final SkuData SKU = CatalogTestData.sku(new ProductId(1));
    private static final OfferData OFFER = CatalogTestData.offer(SKU.code(), new SellerId("s"));

    private final ListingLinter linter = new ShopFixture().bean(ListingLinter.class);

    @Test
    void a_listing_that_says_everything_has_no_findings_and_harmless_uses_of_a_word_are_no_breach() {
        assertThat(linter.check(new Listing(PRODUCT, SKU, OFFER))).isEmpty();
    }

    @Test
    void what_a_listing_must_say_is_missed_where_it_is_missing() {
        var bare = new SkuData(
                SKU.code(),
                SKU.product(),
                SKU.kind(),
                "点",
                "N",
                Money.ofFen(3000),
                "",
                "",
                "",
                "",
                "",
                "",
                "none",
                0,
                1,
                0);
        assertThat(linter.check(new Listing(PRODUCT, bare, null)))
                .extracting(finding -> finding.rule() + " " + finding.field())
                .containsExactly(
                        "L01 SKU_NAME_ZH",
                        "L01 SKU_NAME_EN",
                        "L04 REGION",
                        "L05 LIMIT_ZH",
                        "L05 LIMIT_EN",
                        "L06 PROMISE",
                        "L07 GUIDE_ZH",
                        "L07 GUIDE_EN",
                        "L08 REFUND_ZH",
                        "L08 REFUND_EN");
        assertThat(about("短", "")).extracting(Finding::rule).containsExactly(LintRule.L02, LintRule.L02);
    }

    @Test
    void a_name_with_another_face_value_is_found() {
        assertThat(linter.check(new Listing(PRODUCT, renamed("星云远征 50 元点卡"), OFFER)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(LintRule.L03);
                    assertThat(finding.what()).isEqualTo("50");
                });
        assertThat(linter.check(new Listing(PRODUCT, renamed("星云远征 30.00 元点卡"), OFFER)))
                .isEmpty();
    }

    @Test
    void prohibited_words_are_found_however_they_are_written() {
        Map.of(
                        "全网最低，买到赚到，欢迎选购", "全网最低",
                        "花呗 套-现 专用点卡，秒到账", "套现",
                        "游戏破 解版激活码，长期有效", "破解",
                        "会员共享帐号，四人一起用", "共享帐号",
                        "代 充 返 现，多充多返的点卡", "代充返现",
                        "The BEST  price you can find", "best price",
                        "ｃｒａｃｋｅｄ game, works everywhere", "cracked")
                .forEach((text, word) -> assertThat(about(text, "Points for a space exploration game."))
                        .as(text)
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.rule()).isEqualTo(LintRule.L09);
                            assertThat(finding.what()).isEqualTo(word);
                            assertThat(finding.reasonZh()).isNotBlank();
                            assertThat(finding.reasonEn()).isNotBlank();
                            assertThat(finding.standard()).isEqualTo("2026-11");
                        }));
    }

    @Test
    void absolute_claims_are_found_where_the_listing_praises_itself_and_unfair_terms_everywhere() {
        assertThat(about("国内第一的太空探索网游点卡", "Points for a space exploration game."))
                .hasSize(1);
        assertThat(sku(sku -> with(sku, "打开充值中心，第一个页面输入卡号。", sku.refundPolicyZh())))
                .isEmpty();
        assertThat(sku(sku -> with(sku, sku.guideZh(), "一经售出概不退款，请谨慎购买。")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo(ListingField.REFUND_ZH));
    }

    @Test
    void ways_around_the_platform_are_found() {
        for (var text : List.of(
                "咨询加微信 kami_888 送礼包，欢迎", "QQ：123456789 批发优惠", "电话 13912345678 联系我们", "详情见 https://x.example 官网")) {
            assertThat(about(text, "Points for a space exploration game."))
                    .as(text)
                    .extracting(Finding::rule)
                    .containsExactly(LintRule.L11);
        }
        assertThat(about("支持微信支付与支付宝付款的点卡", "Points, order 12345678901 of them."))
                .isEmpty();
    }

    @Test
    void a_price_far_from_its_face_is_found_and_the_sane_range_told() {
        for (long fen : new long[] {1499, 3151}) {
            assertThat(price(fen)).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo(LintRule.L10);
                assertThat(finding.what()).isEqualTo("15.00–31.50");
            });
        }
        assertThat(price(1500)).isEmpty();
        assertThat(price(3150)).isEmpty();
    }

    private List<Finding> price(long fen) {
        var offer = new OfferData(OFFER.sku(), OFFER.seller(), Money.ofFen(fen), 1, 200, true, 10, 1);
        return linter.check(new Listing(PRODUCT, SKU, offer));
    }

    private List<Finding> about(String zh, String en) {
        var p = PRODUCT;
        return linter.check(new Listing(
                new ProductData(null, p.slug(), p.category(), p.nameZh(), p.nameEn(), zh, en, 1, true, 0), SKU, OFFER));
    }

    private List<Finding> sku(UnaryOperator<SkuData> change) {
        return linter.check(new Listing(PRODUCT, change.apply(SKU), OFFER));
    }

    private static SkuData renamed(String name) {
        var s = SKU;
        return new SkuData(
                s.code(),
                s.product(),
                s.kind(),
                name,
                s.nameEn(),
                s.face(),
                s.region(),
                s.guideZh(),
                s.guideEn(),
                s.activationLimitZh(),
                s.activationLimitEn(),
                s.refundPolicyZh(),
                s.refundPolicyEn(),
                7,
                20,
                0);
    }

    private static SkuData with(SkuData s, String guide, String refund) {
        return new SkuData(
                s.code(),
                s.product(),
                s.kind(),
                s.nameZh(),
                s.nameEn(),
                s.face(),
                s.region(),
                guide,
                s.guideEn(),
                s.activationLimitZh(),
                s.activationLimitEn(),
                refund,
                s.refundPolicyEn(),
                7,
                20,
                0);
    }
}
