package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.risk.RiskDecision;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

class OrderStatesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final int QUANTITY = 3;

    @Test
    void whatever_comes_in_whatever_order_no_order_is_delivered_unpaid_or_paid_after_closing() {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++) {
            var order = order();
            var path = new ArrayList<OrderState>();
            for (var step = 0; step < 12; step++) {
                var before = order.state();
                anything(random, order);
                if (order.state() != before) path.add(order.state());
                if (before == OrderState.CLOSED || before == OrderState.REFUNDED)
                    assertThat(order.state()).as("seed 5 round %d", round).isEqualTo(before);
            }
            assertLawful(path, order, round);
        }
    }

    @Test
    void a_partly_delivered_order_ends_delivered_with_the_rest_paid_back() {
        var order = order();
        order.paid(NOON, 0, List.of());
        order.stockDecided(List.of(2), NOON);
        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.held(NOON, "late hold"))
                .as("nothing is held after stock was asked")
                .isFalse();
        assertThat(order.refunding(NOON, "OUT_OF_STOCK")).isTrue();
        assertThat(order.refunded(Money.ofFen(2940), NOON)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(order.refunded()).isEqualTo(Money.ofFen(2940));
    }

    private static void anything(Random random, Order order) {
        switch (random.nextInt(8)) {
            case 0 -> order.cancelRequested(NOON);
            case 1 -> order.closed(NOON, "expired");
            case 2 -> order.paid(NOON, 0, List.of());
            case 3 -> order.held(NOON, "R02");
            case 4 -> order.released(NOON);
            case 5 -> {
                if (order.state() == OrderState.PAID && !order.isStockAsked())
                    order.stockDecided(List.of(random.nextInt(QUANTITY + 1)), NOON);
            }
            case 6 -> order.refunding(NOON, "x");
            default -> order.refunded(Money.ofFen(1), NOON);
        }
    }

    private static void assertLawful(List<OrderState> path, Order order, int round) {
        if (path.contains(OrderState.CLOSED))
            assertThat(path).as("seed 5 round %d", round).containsExactly(OrderState.CLOSED);
        else if (!path.isEmpty())
            assertThat(path.getFirst()).as("seed 5 round %d", round).isEqualTo(OrderState.PAID);
        if (order.state() == OrderState.DELIVERED)
            assertThat(order.units().delivered()).isPositive();
        if (order.state() == OrderState.REFUNDED)
            assertThat(order.units().delivered()).isZero();
    }

    private static Order order() {
        var terms = new OfferTerms(
                new SkuId("GM-NEB-30"),
                SkuKind.CARD,
                new SellerId("xingzhou"),
                "1900000101",
                "2088000000000101",
                "点卡",
                "Card",
                Money.ofFen(3000),
                Money.ofFen(2940),
                1,
                200,
                20,
                10_000);
        var none = new byte[0];
        var origin = new OrderOrigin("r", UUID.randomUUID(), NOON, false, none, none, none, "2026-11", NOON);
        var clean = new RiskDecision(1, 0, List.of(), "2026-11");
        return new Order(new OrderNo("KM1"), terms, QUANTITY, origin, clean, NOON);
    }
}
