package org.kameng.tools.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kameng.domain.order.PlaceResult;

/** Buyers come at a steady rate to a shop with empty shelves while each of its suppliers misbehaves in every way at once. */
final class TroubledShop {
    private static final int GUST_SECONDS = 15;

    private final Desk desk;
    private final HouseArm arm;
    private final Stalls stalls;
    private final TroublePlan plan;
    private final Rotation rotation;
    private final AtomicInteger buyers = new AtomicInteger();
    private final AtomicInteger gusts = new AtomicInteger();
    private final AtomicInteger soldOut = new AtomicInteger();
    private final AtomicInteger paid = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    TroubledShop(Desk desk, HouseArm arm, Stalls stalls, TroublePlan plan) {
        this.desk = desk;
        this.arm = arm;
        this.stalls = stalls;
        this.plan = plan;
        this.rotation = new Rotation(desk, stalls);
    }

    /** Returns when everybody who came has paid, and the suppliers behave again. */
    void open(double perSecond, Duration length, int accounts) {
        desk.openAccounts(accounts);
        desk.database().sql("update card set state = 3 where state = 0").update();
        try (var weather = Executors.newSingleThreadScheduledExecutor()) {
            var blowing = weather.scheduleAtFixedRate(() -> noted(this::gust), 0, GUST_SECONDS, TimeUnit.SECONDS);
            weather.schedule(() -> noted(rotation::begin), length.toSeconds() / 2, TimeUnit.SECONDS);
            OpenLoad.run(perSecond, length, intended -> buy(buyers.getAndIncrement()));
            blowing.cancel(false);
        }
        Stalls.IDS.forEach(supplier -> stalls.knobs(supplier, TroublePlan.calm()));
        rotation.end();
    }

    private void gust() {
        var number = gusts.getAndIncrement();
        Stalls.IDS.forEach(supplier -> stalls.knobs(supplier, plan.gust(supplier, number)));
    }

    private void noted(Runnable weather) {
        try {
            weather.run();
        } catch (RuntimeException e) {
            failures.add("the weather: " + e);
        }
    }

    private void buy(int number) {
        try {
            switch (desk.place(number, plan.wish(number))) {
                case PlaceResult.Placed(var no) -> {
                    arm.pay(arm.awaitPayable(no.value()));
                    paid.incrementAndGet();
                }
                case PlaceResult.SoldOut none -> soldOut.incrementAndGet();
                case PlaceResult.Refused refused -> failures.add("buyer " + number + " was refused: " + refused.code());
            }
        } catch (RuntimeException e) {
            failures.add("buyer " + number + ": " + e);
        }
    }

    /** Buyers who could not buy or pay for a reason that no supplier gave, and trouble that could not be made. */
    Queue<String> failures() {
        return failures;
    }

    void tell(Figures figures) {
        figures.put("gusts of trouble", gusts.get())
                .put("buyers", buyers.get())
                .put("buyers who found it sold out", soldOut.get())
                .put("orders paid", paid.get());
    }
}
