package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.stock.StockFilter;
import org.kameng.domain.stock.StockMeter;
import org.kameng.domain.stock.StockRow;

/** A card with less life than its SKU promises is not sold, and not forgotten either. */
class PromiseTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);

    @Test
    void a_card_below_the_promise_is_neither_shown_nor_sold_but_told_as_at_risk() {
        var offer = shop.offer();
        shop.addCards(offer, 2, today().plusDays(6).toString());
        shop.addCards(offer, 1, today().plusDays(7).toString());
        assertThat(shown(offer)).isEqualTo(1);
        assertThat(orders.place(shop.customer(), shop.wish(offer, 2))).isEqualTo(new PlaceResult.SoldOut(1));
        shop.placed(shop.customer(), offer, 1);
        assertThat(shown(offer)).isZero();
        assertThat(meter(offer).belowPromise()).isEqualTo(2);
        assertThat(meter(offer).reserved()).isEqualTo(1);
        assertThat(meter(offer).expired()).isZero();
    }

    @Test
    void the_promise_of_the_sku_decides() {
        var offer = shop.offer();
        promise(offer, 0);
        shop.addCards(offer, 1, today().toString());
        assertThat(shown(offer)).isEqualTo(1);
        promise(offer, 30);
        shop.addCards(offer, 1, today().plusDays(29).toString());
        shop.addCards(offer, 1, "");
        assertThat(shown(offer)).isEqualTo(1);
    }

    @Test
    void a_card_that_falls_below_the_promise_while_it_is_reserved_is_replaced_at_delivery() {
        var offer = shop.offer();
        shop.addCards(offer, 1, today().plusDays(7).toString());
        var no = shop.placed(shop.customer(), offer, 1);
        shop.pay(no, offer, 1);
        shop.context().clock().advance(Duration.ofDays(1));
        shop.addCards(offer, 1, today().plusDays(200).toString());
        assertThat(orders.deliverFromStock(no).delivered()).isEqualTo(1);
        assertThat(shop.context()
                        .sql()
                        .sql("select expires_on from card where order_no = :no")
                        .param("no", no.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today().plusDays(200));
        assertThat(meter(offer).belowPromise()).isEqualTo(1);
    }

    private void promise(ShopFixture.Offer offer, int days) {
        shop.context()
                .sql()
                .sql("update sku set promise_days = :days where code = :sku")
                .param("days", days)
                .param("sku", offer.sku().value())
                .update();
    }

    private int shown(ShopFixture.Offer offer) {
        return shop.bean(Catalog.class)
                .offer(offer.sku(), offer.seller())
                .orElseThrow()
                .stock();
    }

    private StockRow meter(ShopFixture.Offer offer) {
        return shop
                .bean(StockMeter.class)
                .read(
                        ShopFixture.OPERATOR,
                        new StockFilter(offer.sku().value(), StockFilter.Look.ALL),
                        PageRequest.first(100))
                .rows()
                .stream()
                .filter(row -> row.offer().sku().equals(offer.sku()))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return ShopTime.today(shop.context().clock());
    }
}
