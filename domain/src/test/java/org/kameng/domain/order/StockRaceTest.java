package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;

class StockRaceTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);

    @Test
    void of_500_buyers_for_100_cards_exactly_100_can_pay_and_the_others_are_told_before() throws Exception {
        var offer = shop.offerWithCards(100);
        var wishes = new ArrayList<Callable<PlaceResult>>();
        for (var i = 0; i < 500; i++) {
            Actor buyer = shop.customer();
            wishes.add(() -> orders.place(buyer, shop.wish(offer, 1)));
        }
        var results = allAtOnce(wishes, 16);
        assertThat(results).filteredOn(PlaceResult.Placed.class::isInstance).hasSize(100);
        assertThat(results).filteredOn(PlaceResult.SoldOut.class::isInstance).hasSize(400);
        assertThat(reserved(offer)).isEqualTo(100);
    }

    @Test
    void a_double_click_gives_one_order() throws Exception {
        var offer = shop.offerWithCards(10);
        var buyer = shop.customer();
        var wish = shop.wish(offer, 1);
        var clicks = new ArrayList<Callable<PlaceResult>>();
        for (var i = 0; i < 20; i++) clicks.add(() -> orders.place(buyer, wish));
        assertThat(allAtOnce(clicks, 8)).containsOnly(orders.place(buyer, wish));
        assertThat(reserved(offer)).isEqualTo(1);
    }

    @Test
    void accounts_that_share_a_device_share_its_limit_even_when_they_all_place_at_once() throws Exception {
        for (var round = 0; round < 5; round++) {
            var offer = shop.offerWithCards(16);
            var device = "shared-" + UUID.randomUUID();
            var wishes = new ArrayList<Callable<PlaceResult>>();
            for (var i = 0; i < 16; i++) {
                var buyer = shop.customer();
                var wish = shop.wish(offer, 1, device);
                wishes.add(() -> orders.place(buyer, wish));
            }
            var results = allAtOnce(wishes, 16);
            assertThat(results).filteredOn(PlaceResult.Placed.class::isInstance).hasSize(OrderRules.UNPAID_PER_DEVICE);
            assertThat(results)
                    .filteredOn(PlaceResult.Refused.class::isInstance)
                    .hasSize(16 - OrderRules.UNPAID_PER_DEVICE)
                    .containsOnly(new PlaceResult.Refused(
                            ErrorCode.TOO_MANY_UNPAID_ORDERS, List.of(OrderRules.UNPAID_PER_DEVICE)));
        }
    }

    @Test
    void two_buyers_of_many_units_never_share_a_card_and_a_sold_out_wish_keeps_nothing() throws Exception {
        for (var round = 0; round < 20; round++) {
            var offer = shop.offerWithCards(7);
            var first = shop.customer();
            var second = shop.customer();
            allAtOnce(
                    List.of(
                            () -> orders.place(first, shop.wish(offer, 4)),
                            () -> orders.place(second, shop.wish(offer, 4))),
                    2);
            assertThat(reserved(offer)).isIn(0, 4);
        }
    }

    private int reserved(ShopFixture.Offer offer) {
        return shop.context()
                .sql()
                .sql(
                        "select count(*) from card c join offer o on o.id = c.offer_id where o.sku_code = :sku and c.state = 1")
                .param("sku", offer.sku().value())
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> work, int threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var done : pool.invokeAll(work)) results.add(done.get());
            return results;
        }
    }
}
