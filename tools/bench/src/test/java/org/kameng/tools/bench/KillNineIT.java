package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Five hundred buyers, and in the middle of it the application, the broker and the database die by kill -9. */
@Execution(ExecutionMode.SAME_THREAD)
class KillNineIT {

    private static final int ORDERS = 500;
    private static final Map<Integer, String> DEATHS = Map.of(100, "application", 230, "zeebe", 360, "postgres");

    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();

    @Test
    void every_paid_order_ends_delivered_once_whatever_dies() {
        try (var house = House.startFresh(Bench.folder().resolve("kill-nine"), 3000);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36))) {
            desk.openAccounts(ORDERS);
            desk.stock(ORDERS);
            buyWhilePartsDie(house, desk);
            assertThat(troubles).isEmpty();
            var checker = new Checker(desk.database());
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .ignoreExceptions()
                    .until(() -> checker.unfinished() == 0);
            assertThat(checker.broken()).isEmpty();
            assertThat(paid(desk)).isEqualTo(ORDERS);
            assertThat(delivered(desk)).isEqualTo(ORDERS);
        }
    }

    private void buyWhilePartsDie(House house, Desk desk) {
        var placed = new AtomicInteger();
        try (var arm = new HouseArm(house, desk);
                var buyers = Executors.newFixedThreadPool(24)) {
            for (var i = 0; i < ORDERS; i++) {
                var number = i;
                buyers.execute(() -> {
                    var part = DEATHS.get(placed.incrementAndGet());
                    if (part != null) {
                        house.kill(part);
                    }
                    buy(arm, number);
                });
            }
        }
    }

    private void buy(HouseArm arm, int number) {
        try {
            arm.pay(placeStubbornly(arm, number));
        } catch (RuntimeException e) {
            troubles.add(number + ": " + e);
        }
    }

    /** A buyer presses the button again when the page fails; the request id makes it one order. */
    private static String placeStubbornly(HouseArm arm, int number) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsMatching(e -> e instanceof DataAccessException || e instanceof TransactionException)
                .until(() -> arm.place(number), order -> true);
    }

    private static int paid(Desk desk) {
        return desk.database()
                .sql("select count(*) from orders where paid_at is not null")
                .query(Integer.class)
                .single();
    }

    private static int delivered(Desk desk) {
        return desk.database()
                .sql("select count(*) from card where state = 2")
                .query(Integer.class)
                .single();
    }
}
