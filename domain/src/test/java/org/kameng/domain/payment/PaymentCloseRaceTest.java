package org.kameng.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.PaymentReceipt.Confirmed;
import org.kameng.domain.payment.PaymentReceipt.Late;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

class PaymentCloseRaceTest {
    private static final int RACES = 1_000;
    private static final long SEED = 20261122;

    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);

    @Test
    void payment_and_close_at_the_same_instant_end_delivered_or_refunded_never_both_never_neither() throws Exception {
        var random = new Random(SEED);
        var offer = shop.offerWithCards(RACES);
        var paidFirst = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            Actor buyer = shop.customer();
            for (var race = 0; race < RACES; race++) {
                if (race % 5 == 0) buyer = shop.customer();
                var no = shop.placed(buyer, offer, 1);
                if (race(pool, no, offer, random.nextInt(-400_000, 400_000))) paidFirst++;
            }
        }
        assertThat(paidFirst)
                .as("both sides win sometimes, else nothing was raced")
                .isBetween(1, RACES - 1);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    /** Positive nanoseconds hold the payment back, negative the close. Answers whether the payment came first. */
    private boolean race(ExecutorService pool, OrderNo no, ShopFixture.Offer offer, int offsetNanos) throws Exception {
        var notice = shop.notice(no, offer, offer.price());
        var start = new CyclicBarrier(2);
        var payment = pool.submit(() -> {
            start.await();
            LockSupport.parkNanos(Math.max(0, offsetNanos));
            return payments.receive(notice);
        });
        var close = pool.submit(() -> {
            start.await();
            LockSupport.parkNanos(Math.max(0, -offsetNanos));
            return orders.close(no, "expired");
        });
        var receipt = payment.get();
        var closed = close.get();
        var delivery = orders.deliverFromStock(no);
        var refunds = shop.bean(Refunds.class).ofOrder(ShopFixture.SUPPORT, no);
        if (receipt instanceof Confirmed) {
            assertThat(closed.closedNow()).isFalse();
            assertThat(delivery.delivered()).isEqualTo(1);
            assertThat(refunds).isEmpty();
            return true;
        }
        assertThat(receipt).isInstanceOf(Late.class);
        assertThat(closed.closedNow()).isTrue();
        assertThat(delivery.state()).isEqualTo(OrderState.CLOSED);
        assertThat(delivery.delivered()).isZero();
        assertThat(refunds).hasSize(1);
        return false;
    }
}
