package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class PlacingTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);

    @Test
    void an_order_needs_the_confirmation_in_the_words_of_today() {
        var offer = shop.offerWithCards(1);
        var wish = shop.wish(offer, 1);
        var silent = new PlaceOrder(
                wish.requestId(), wish.sku(), wish.seller(), 1, false, wish.noReturnTextVersion(), "127.0.0.1", "d");
        var old = new PlaceOrder(wish.requestId(), wish.sku(), wish.seller(), 1, true, "2020-01", "127.0.0.1", "d");
        var buyer = shop.customer();
        for (var bad : List.of(silent, old))
            assertThat(orders.place(buyer, bad))
                    .isEqualTo(new PlaceResult.Refused(ErrorCode.NO_RETURN_NOT_CONFIRMED, List.of()));
        assertThat(orders.place(buyer, wish)).isInstanceOf(PlaceResult.Placed.class);
    }

    @Test
    void nobody_buys_at_a_price_that_was_not_shown() {
        var offer = shop.offerWithCards(1);
        var wish = shop.wish(offer, 1);
        var buyer = shop.customer();
        assertThat(orders.place(buyer, at(offer.price().minus(Money.ofFen(1)), wish)))
                .isEqualTo(new PlaceResult.Refused(
                        ErrorCode.PRICE_CHANGED, List.of(offer.price().toYuanText())));
        assertThat(orders.place(buyer, at(offer.price(), wish))).isInstanceOf(PlaceResult.Placed.class);
    }

    private static PlaceOrder at(Money price, PlaceOrder wish) {
        return new PlaceOrder(
                wish.requestId(),
                wish.sku(),
                wish.seller(),
                wish.quantity(),
                price,
                true,
                wish.noReturnTextVersion(),
                wish.ip(),
                wish.device(),
                Map.of(),
                null);
    }

    @Test
    void the_fourth_unpaid_order_is_refused_until_one_is_closed() {
        var offer = shop.offerWithCards(5);
        var buyer = shop.customer();
        var first = shop.placed(buyer, offer, 1);
        shop.placed(buyer, offer, 1);
        shop.placed(buyer, offer, 1);
        assertThat(orders.place(buyer, shop.wish(offer, 1)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.TOO_MANY_UNPAID_ORDERS, List.of(3)));
        orders.close(first, "expired");
        shop.placed(buyer, offer, 1);
    }

    @Test
    void an_order_dearer_than_a_channel_can_name_is_refused_with_what_would_fit() {
        assertThat(orders.place(shop.distributor(), shop.wish(shop.offer(220_000), 10_000)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.QUANTITY_INVALID, List.of(9_761)));
    }

    @Test
    void quantity_offer_and_role_are_checked() {
        var offer = shop.offerWithCards(1);
        var buyer = shop.customer();
        assertThat(orders.place(buyer, shop.wish(offer, 21)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.QUANTITY_INVALID, List.of(20)));
        shop.context()
                .sql()
                .sql("update offer set on_sale = false where sku_code = :sku")
                .param("sku", offer.sku().value())
                .update();
        assertThat(orders.place(buyer, shop.wish(offer, 1)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.OFFER_NOT_ON_SALE, List.of()));
        assertThatThrownBy(() -> orders.place(ShopFixture.OPERATOR, shop.wish(offer, 1)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("ACCESS_DENIED");
    }

    @Test
    void a_stranger_sees_no_order_and_the_attempt_is_recorded() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var stranger = shop.customer();
        for (Runnable reach : List.<Runnable>of(
                () -> orders.view(stranger, no),
                () -> orders.cancel(stranger, no),
                () -> shop.bean(Payments.class).paymentPage(stranger, no)))
            assertThatThrownBy(reach::run).isInstanceOf(DomainException.class).hasMessageContaining("ACCESS_DENIED");
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        assertThat(shop.bean(AuditQuery.class)
                        .of(auditor, "order", no.value(), PageRequest.first(10))
                        .rows())
                .filteredOn(row -> row.what().equals("access.refused"))
                .hasSize(3);
        assertThat(orders.view(ShopFixture.SUPPORT, no).state()).isEqualTo(OrderState.AWAITING_PAYMENT);
    }

    @Test
    void cancelling_only_announces_and_closing_frees_the_cards() {
        var offer = shop.offerWithCards(1);
        var buyer = shop.customer();
        var no = shop.placed(buyer, offer, 1);
        shop.bean(Payments.class).beginAttempt(no, Channel.WECHAT);
        orders.cancel(buyer, no);
        orders.cancel(buyer, no);
        assertThat(orders.view(buyer, no).cancelRequested()).isTrue();
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
        assertThat(shop.context().drain("order-cancelled"))
                .filteredOn(m -> m.key().equals(no.value()))
                .hasSize(1);

        var closed = orders.close(no, "cancelled");
        assertThat(closed.closedNow()).isTrue();
        assertThat(closed.openAttempts()).hasSize(1);
        var again = orders.close(no, "expired");
        assertThat(again.closedNow()).isFalse();
        assertThat(again.closeReason()).isEqualTo("cancelled");
        shop.placed(shop.customer(), offer, 1);
    }

    @Test
    void cards_that_expire_first_go_first_and_expired_ones_never() {
        var offer = shop.offer();
        shop.addCards(offer, 1, "");
        shop.addCards(offer, 1, "2028-06-30");
        shop.addCards(offer, 1, "2028-01-31");
        var buyer = shop.customer();
        assertThat(expiries(shop.placed(buyer, offer, 2).value())).containsExactly("2028-01-31", "2028-06-30");
    }

    @Test
    void the_staff_list_filters_by_state_number_and_sku() {
        var offer = shop.offerWithCards(2);
        var no = shop.placed(shop.customer(), offer, 1);
        var other = shop.placed(shop.customer(), offer, 1);
        orders.close(other, "expired");
        var bySku = new OrderFilter(null, java.util.Set.of(), null, offer.sku(), null, null, null);
        var open = new OrderFilter(
                null, java.util.Set.of(OrderState.AWAITING_PAYMENT), offer.seller(), offer.sku(), null, null, null);
        var byText = new OrderFilter(
                no.value().toLowerCase(java.util.Locale.ROOT), java.util.Set.of(), null, null, null, null, null);
        assertThat(orders.find(ShopFixture.SUPPORT, bySku, PageRequest.first(10))
                        .rows())
                .hasSize(2);
        assertThat(orders.count(ShopFixture.SUPPORT, bySku)).isEqualTo(2);
        assertThat(orders.find(ShopFixture.SUPPORT, open, PageRequest.first(10)).rows())
                .extracting(OrderRow::no)
                .containsExactly(no);
        assertThat(orders.find(ShopFixture.SUPPORT, open, PageRequest.first(10))
                        .rows()
                        .getFirst()
                        .maskedBuyer())
                .startsWith("139****");
        assertThat(orders.find(ShopFixture.SUPPORT, byText, PageRequest.first(10))
                        .rows())
                .extracting(OrderRow::no)
                .containsExactly(no);
        assertThatThrownBy(() -> orders.find(shop.customer(), OrderFilter.ALL, PageRequest.first(1)))
                .hasMessageContaining("ACCESS_DENIED");
    }

    private List<String> expiries(String no) {
        return shop.context()
                .sql()
                .sql("select expires_on::text from card where order_no = :no order by slot")
                .param("no", no)
                .query(String.class)
                .list();
    }
}
