package org.kameng.domain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.GoodsFilter;
import org.kameng.domain.catalog.Listing;
import org.kameng.domain.catalog.ListingLinter;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.ShopFilter;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class DemoDataTest {
    private final ShopFixture shop = new ShopFixture();
    private final Catalog catalog = shop.bean(Catalog.class);

    @Test
    void the_fictional_shop_loads_once_however_often_it_is_started() {
        shop.bean(DemoData.class).load();
        shop.bean(DemoData.class).load();
        var offer =
                catalog.offer(new SkuId("GM-NEB-30"), new SellerId("xingzhou")).orElseThrow();
        assertThat(offer.stock()).isEqualTo(200);
        assertThat(offer.price().toYuanText()).isEqualTo("29.40");
        assertThat(catalog.product("nebula-expedition").orElseThrow().offers()).hasSize(3);
        assertThat(catalog.shopFront(ShopFilter.of("game"), PageRequest.first(20))
                        .rows())
                .hasSize(2);
        assertThat(catalog.categories()).anyMatch(category -> category.code().equals("course"));
        var logIn = shop.bean(AccountService.class).logIn("13800000001", "Kameng-demo-1", "127.0.0.1");
        assertThat(logIn).isInstanceOf(LogInResult.LoggedIn.class);
    }

    @Test
    void every_fictional_listing_keeps_the_listing_standard() {
        shop.bean(DemoData.class).load();
        var desk = shop.bean(CatalogDesk.class);
        var linter = shop.bean(ListingLinter.class);
        for (var shelf : DemoGoods.CATEGORIES) {
            var rows = desk.find(
                    ShopFixture.OPERATOR, new GoodsFilter("", shelf.code(), null, true), PageRequest.first(20));
            assertThat(rows.rows()).isNotEmpty().allSatisfy(row -> {
                var sheet = desk.product(ShopFixture.OPERATOR, row.id());
                sheet.skus()
                        .forEach(sku -> assertThat(linter.check(new Listing(
                                        sheet.product(),
                                        sku,
                                        sheet.offersOf(sku.code()).getFirst())))
                                .isEmpty());
            });
        }
    }

    @Test
    void a_buyer_is_made_once_and_a_distributor_may_order_in_bulk() {
        shop.bean(DemoData.class).load();
        var buyers = shop.bean(DemoBuyers.class);
        assertThat(buyers.consumer(7)).isEqualTo(buyers.consumer(7)).isNotEqualTo(buyers.consumer(8));
        assertThat(buyers.consumer(7).has(Role.DISTRIBUTOR)).isFalse();
        assertThat(buyers.distributor(7)).isEqualTo(buyers.distributor(7));
        assertThat(buyers.distributor(7).has(Role.DISTRIBUTOR)).isTrue();
    }

    @Test
    void the_check_character_is_that_of_the_sample() {
        assertThat(DemoCards.check("NEB1K7QPX3M9T5W")).isEqualTo('T');
        assertThat(DemoCards.check("STAR4H8ZC2VB6RJ")).isEqualTo('T');
    }
}
