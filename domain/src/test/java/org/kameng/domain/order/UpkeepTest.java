package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.catalog.Catalog;

class UpkeepTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);

    @Test
    void cards_of_an_unpaid_order_without_a_process_come_free_and_those_of_a_paid_one_never() {
        var offer = shop.offerWithCards(2);
        var unpaid = shop.placed(shop.customer(), offer, 1);
        var paid = shop.placed(shop.customer(), offer, 1);
        shop.pay(paid, offer, 1);
        var sweep = shop.bean(ReservationSweep.class);
        shop.context().clock().advance(Duration.ofMinutes(16));
        sweep.sweep(1000);
        assertThat(stock(offer)).isZero();
        shop.context().clock().advance(Duration.ofMinutes(10));
        sweep.sweep(1000);
        assertThat(stock(offer)).isEqualTo(1);
        assertThat(orders.deliverFromStock(paid).delivered()).isEqualTo(1);

        shop.pay(unpaid, offer, 1);
        assertThat(orders.deliverFromStock(unpaid).delivered())
                .as("free stock serves an order paid late")
                .isEqualTo(1);
    }

    @Test
    void the_buyer_is_told_with_the_delivery_and_once() {
        var offer = shop.offerWithCards(1);
        var no = shop.delivered(shop.customer(), offer, 1);
        shop.bean(OrderNotices.class).delivered(no);
        assertThat(shop.context().drain(SmsOutbox.TOPIC))
                .filteredOn(message -> message.messageId().equals("order-delivered:" + no))
                .hasSize(1);
    }

    @Test
    void unfinished_orders_are_found_for_the_reconciler() {
        var offer = shop.offerWithCards(2);
        var open = shop.placed(shop.customer(), offer, 1);
        var closed = shop.placed(shop.customer(), offer, 1);
        orders.close(closed, "expired");
        shop.context().clock().advance(Duration.ofMinutes(1));
        var found = shop.bean(OrderBook.class).unfinished(shop.context().clock().instant(), 10_000);
        assertThat(found).extracting(OrderFactsView::no).contains(open).doesNotContain(closed);
    }

    private int stock(ShopFixture.Offer offer) {
        return shop.bean(Catalog.class)
                .offer(offer.sku(), offer.seller())
                .orElseThrow()
                .stock();
    }
}
