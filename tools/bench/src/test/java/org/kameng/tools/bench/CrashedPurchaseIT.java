package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kameng.domain.order.PlaceResult;
import org.springframework.util.FileSystemUtils;

/**
 * The application halts at each named point of the purchase step, its supervisor starts the next, and the end is the same: one
 * purchase, delivered once.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CrashedPurchaseIT {
    private static final Path DATA = Bench.folder().resolve("crashed-purchase");
    private static final String SUPPLIER = "xingzhou";
    private static final Wish WISH = new Wish("GM-CAT-MONTH", SUPPLIER, 2, Map.of());
    private static final Duration A_START = Duration.ofMinutes(4);
    private static final Duration A_ROAD = Duration.ofMinutes(2);

    /**
     * One end of a life, in the middle of a purchase.
     *
     * @param nextDiesAt where the next life ends: from the second on, the order of the life before passes there first and unharmed
     * @param standsAt what our database and the supplier's journal know of the purchase at that moment
     */
    private record Death(String nextDiesAt, String standsAt) {}

    private static final String FIRST_DIES_AT = "purchase.intended";
    private static final List<Death> DEATHS = List.of(
            new Death("purchase.calling:2", "INTENDED, not sent; unknown to the supplier"),
            new Death("purchase.called:2", "INTENDED, sent; unknown to the supplier"),
            new Death("purchase.recorded:2", "INTENDED, sent; the supplier delivered 2"),
            new Death("", "SUCCEEDED, sent; the supplier delivered 2"));

    @Test
    void wherever_the_machine_dies_in_a_purchase_it_is_made_once_and_delivered_once() throws IOException {
        FileSystemUtils.deleteRecursively(DATA.toFile());
        Files.createDirectories(DATA);
        nextLifeDiesAt(FIRST_DIES_AT);
        try (var house = House.start(DATA, 6200, "--dial");
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36));
                var arm = new HouseArm(house, desk)) {
            var stalls = new Stalls(house, DATA);
            desk.openAccounts(DEATHS.size());
            desk.database().sql("update card set state = 3 where state = 0").update();
            for (var number = 0; number < DEATHS.size(); number++) {
                nextLifeDiesAt(DEATHS.get(number).nextDiesAt());
                var victim = house.process("application");
                var order = arm.awaitPayable(
                        ((PlaceResult.Placed) desk.place(number, WISH)).no().value());
                arm.pay(order);
                await().atMost(A_ROAD).until(() -> !victim.isAlive());
                assertThat(standsAt(desk, stalls, order))
                        .isEqualTo(DEATHS.get(number).standsAt());
                awaitNextLife(house, victim);
                whatTheDeadHeldIsGivenOutAgain(house);
                await().atMost(A_ROAD).until(() -> of(desk, "orders", "state", order), "DELIVERED"::equals);
                assertThat(of(desk, "card", "count(*)", order)).isEqualTo("2");
                assertThat(of(desk, "purchase", "count(*)", order)).isEqualTo("1");
                assertThat(stalls.journal(SUPPLIER)).hasSize(number + 1);
            }
            assertThat(new SupplyChecker(desk, stalls).broken()).isEmpty();
        }
    }

    /** Read by the application from the folder it is started in. */
    private static void nextLifeDiesAt(String point) throws IOException {
        Files.writeString(DATA.resolve("application.properties"), "kameng.crash-at=" + point + "\n");
    }

    private static void awaitNextLife(House house, ProcessHandle victim) {
        await().atMost(A_START)
                .ignoreExceptions()
                .until(() -> house.process("application").pid() != victim.pid() && house.healthy());
    }

    /** The broker believes that the minute has passed for which the dead application held its jobs. */
    private static void whatTheDeadHeldIsGivenOutAgain(House house) {
        var clock = house.brokerManagement().resolve("/actuator/clock/add");
        assertThat(House.sendJson("POST", clock, "{\"offsetMilli\":61000}").statusCode())
                .isLessThan(300);
    }

    private static String standsAt(Desk desk, Stalls stalls, String order) {
        var known = stalls.journal(SUPPLIER).get(of(desk, "purchase", "purchase_no", order));
        return of(desk, "purchase", "state || case when sent_at is null then ', not sent; ' else ', sent; ' end", order)
                + (known == null ? "unknown to the supplier" : "the supplier delivered " + known.deliveredQty());
    }

    private static String of(Desk desk, String table, String what, String order) {
        var key = table.equals("orders") ? "no" : "order_no";
        return desk.database()
                .sql("select " + what + " from " + table + " where " + key + " = ?")
                .param(order)
                .query(String.class)
                .single();
    }
}
