package org.kameng.tools.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.vault.CardStock;
import org.springframework.transaction.support.TransactionTemplate;

/** Cards reserved one by one with nothing of the house around them, so that only their rows can be in each other's way. */
final class ClaimRace {
    private static final int SIDE_BY_SIDE = 16;
    private static final Duration HELD = Duration.ofHours(1);

    private final Desk desk;
    private final CardStock stock;
    private final TransactionTemplate transaction;
    private final AtomicInteger numbers = new AtomicInteger();

    ClaimRace(Desk desk) {
        this.desk = desk;
        this.stock = desk.service(CardStock.class);
        this.transaction = desk.service(TransactionTemplate.class);
    }

    /** Reservations a second, each committed by itself. */
    double perSecond(int claims, IntFunction<SkuId> skus) {
        var until = Instant.now().plus(HELD);
        var left = new AtomicInteger(claims);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < SIDE_BY_SIDE; i++) {
                threads.submit(() -> {
                    while (left.getAndDecrement() > 0) claim(skus, until);
                });
            }
        }
        if (left.get() > -SIDE_BY_SIDE) throw new IllegalStateException("a claim failed, or the cards are gone");
        return claims * 1e9 / (System.nanoTime() - begin);
    }

    private void claim(IntFunction<SkuId> skus, Instant until) {
        var number = numbers.incrementAndGet();
        var order = new OrderNo(String.format(Locale.ROOT, "KMRACE%012d", number));
        var units = new CardStock.Units(order, 1, skus.apply(number), desk.seller(), 1);
        var reserved = transaction.execute(status -> stock.reserve(units, until));
        if (reserved == null || reserved != 1) throw new IllegalStateException("nothing was reserved for " + order);
    }
}
