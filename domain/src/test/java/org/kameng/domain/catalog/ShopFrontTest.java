package org.kameng.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;

class ShopFrontTest {
    private final ShopFixture shop = new ShopFixture();
    private final Catalog catalog = shop.bean(Catalog.class);

    @Test
    void the_front_follows_price_sale_and_seller_at_once() {
        var offer = shop.offerWithCards(3);
        assertThat(front(offer)).singleElement().satisfies(card -> {
            assertThat(card.from()).isEqualTo(Money.ofFen(2940));
            assertThat(card.stock()).isEqualTo(3);
        });
        change(offer, "update offer set price_fen = 2100 where seller_id = :seller");
        assertThat(front(offer)).extracting(ProductCard::from).containsExactly(Money.ofFen(2100));
        change(offer, "update seller set on_sale = false where id = :seller");
        assertThat(front(offer)).isEmpty();
        change(offer, "update seller set on_sale = true where id = :seller");
        change(offer, "update offer set on_sale = false where seller_id = :seller");
        assertThat(front(offer)).isEmpty();
        assertThat(catalog.count(of(offer))).isZero();
    }

    @Test
    void a_band_holds_a_product_when_one_of_its_prices_lies_in_it() {
        var offer = shop.offer(2940);
        addOffer(offer, 9750);
        var shelf = "band-" + offer.seller().value();
        shop.context()
                .sql()
                .sql("insert into category values (:shelf, '带', 'Band', 9)")
                .param("shelf", shelf)
                .update();
        shop.context()
                .sql()
                .sql(
                        "update product set category_code = :shelf where id = (select product_id from sku where code = :sku)")
                .param("shelf", shelf)
                .param("sku", offer.sku().value())
                .update();
        assertThat(catalog.count(band(shelf, 2000, 3000))).isEqualTo(1);
        assertThat(catalog.count(band(shelf, 9000, Integer.MAX_VALUE))).isEqualTo(1);
        assertThat(catalog.count(band(shelf, 4000, 5000)))
                .as("between its prices lies none of them")
                .isZero();
        assertThat(catalog.shopFront(band(shelf, 9000, 10_000), PageRequest.first(5))
                        .rows())
                .extracting(ProductCard::offers)
                .containsExactly(2);
    }

    @Test
    void products_are_sorted_by_their_lowest_price_and_paged_without_gaps() {
        var first = shop.offer(100);
        var seller = first.seller();
        for (var price : new long[] {300, 200}) {
            var other = shop.offer(price);
            shop.context()
                    .sql()
                    .sql("update offer set seller_id = :to where seller_id = :from")
                    .param("to", seller.value())
                    .param("from", other.seller().value())
                    .update();
        }
        assertThat(prices(seller, ShopFilter.Sort.CHEAPEST)).containsExactly(100L, 200L, 300L);
        assertThat(prices(seller, ShopFilter.Sort.DEAREST)).containsExactly(300L, 200L, 100L);
        assertThat(prices(seller, ShopFilter.Sort.NEWEST)).containsExactly(200L, 300L, 100L);
        var filter = new ShopFilter("test", seller, null, null, ShopFilter.Sort.CHEAPEST);
        var page = catalog.shopFront(filter, new PageRequest(1, 1));
        assertThat(page.rows()).extracting(card -> card.from().fen()).containsExactly(200L);
        assertThat(page.more()).isTrue();
        assertThat(catalog.count(filter)).isEqualTo(3);
    }

    @Test
    void the_shop_tells_no_more_than_a_hundred_cards_and_counts_none_beyond() {
        var offer = shop.offerWithCards(130);
        assertThat(front(offer)).extracting(ProductCard::stock).containsExactly(100);
        assertThat(catalog.offer(offer.sku(), offer.seller()).orElseThrow().stock())
                .isEqualTo(130);
    }

    @Test
    void two_who_change_offers_of_one_product_at_once_leave_the_right_price() throws Exception {
        for (var round = 0; round < 15; round++) {
            var offer = shop.offer(5000);
            var other = addOffer(offer, 6000);
            var low = 1000 + round;
            Callable<Integer> one = () -> change(offer, "update offer set price_fen = 4000 where seller_id = :seller");
            Callable<Integer> two = () -> shop.context()
                    .sql()
                    .sql("update offer set price_fen = :low where seller_id = :seller")
                    .param("low", low)
                    .param("seller", other)
                    .update();
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (var done : pool.invokeAll(List.of(one, two)))
                    assertThat(done.get()).isEqualTo(1);
            }
            assertThat(front(offer)).extracting(card -> card.from().fen()).containsExactly(4000L);
            assertThat(whole(offer)).isEqualTo(low);
        }
    }

    private List<ProductCard> front(ShopFixture.Offer offer) {
        return catalog.shopFront(of(offer), PageRequest.first(5)).rows();
    }

    private long whole(ShopFixture.Offer offer) {
        return shop.context()
                .sql()
                .sql(
                        "select price_from from shop_listing where seller_id = '' and product_id = (select product_id from sku where code = :sku)")
                .param("sku", offer.sku().value())
                .query(Long.class)
                .single();
    }

    private List<Long> prices(SellerId seller, ShopFilter.Sort sort) {
        return catalog.shopFront(new ShopFilter(null, seller, null, null, sort), PageRequest.first(10)).rows().stream()
                .map(card -> card.from().fen())
                .toList();
    }

    private int change(ShopFixture.Offer offer, String sql) {
        return shop.context()
                .sql()
                .sql(sql)
                .param("seller", offer.seller().value())
                .update();
    }

    /** Another seller for the same SKU; answers its id. */
    private String addOffer(ShopFixture.Offer offer, long price) {
        var other = shop.offer().seller().value();
        shop.context()
                .sql()
                .sql("update offer set sku_code = :sku, price_fen = :price where seller_id = :seller")
                .param("sku", offer.sku().value())
                .param("price", price)
                .param("seller", other)
                .update();
        return other;
    }

    private static ShopFilter of(ShopFixture.Offer offer) {
        return new ShopFilter(null, offer.seller(), null, null, ShopFilter.Sort.SHOP);
    }

    private static ShopFilter band(String shelf, int from, int to) {
        return new ShopFilter(shelf, null, Money.ofFen(from), Money.ofFen(to), ShopFilter.Sort.SHOP);
    }
}
