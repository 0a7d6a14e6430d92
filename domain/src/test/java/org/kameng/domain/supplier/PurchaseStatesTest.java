package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.PurchaseReply.Reason;

class PurchaseStatesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final Source SOURCE = new Source(
            7, new SupplierId("xingzhou"), "UP-1", 1, Money.ofFen(2850), Money.ofFen(2900), -1, true, null, List.of());

    private static Purchase purchase() {
        return new Purchase(
                new PurchaseNo("PU261125TEST00000001"),
                new OrderNo("KM1"),
                PurchaseTerms.of(SOURCE, 1, 1, false, 3),
                NOON.plus(Duration.ofHours(24)),
                NOON);
    }

    @Test
    void whatever_the_supplier_says_in_whatever_order_an_end_stays_the_end() {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var purchase = purchase();
            var at = NOON;
            for (var step = 0; step < 14; step++) {
                at = at.plusSeconds(random.nextInt(600));
                var before = purchase.state();
                var sent = purchase.sent();
                anything(random, purchase, at);
                if (!before.isOpen())
                    assertThat(purchase.state()).as("seed 11 round %d", round).isEqualTo(before);
                if (before.isOpen() && purchase.state() == PurchaseState.INTENDED)
                    assertThat(before).as("seed 11 round %d", round).isEqualTo(PurchaseState.INTENDED);
                if (sent)
                    assertThat(purchase.sending(false, at))
                            .as("sent twice in round %d", round)
                            .isFalse();
                if (purchase.state().isOpen())
                    assertThat(purchase.askAt()).isBeforeOrEqualTo(at.plus(Duration.ofMinutes(10)));
            }
        }
    }

    private static void anything(Random random, Purchase purchase, Instant at) {
        switch (random.nextInt(9)) {
            case 0 -> purchase.sending(false, at);
            case 1 -> purchase.processing("S1", at);
            case 2 -> purchase.unknown("TIMEOUT", at);
            case 3 -> purchase.notFound(random.nextBoolean() ? null : at, at);
            case 4 -> {
                if (random.nextInt(4) == 0) purchase.failed(Reason.OUT_OF_STOCK, "OUT_OF_STOCK", at);
            }
            case 5 -> {
                var given = random.nextInt(4);
                if (random.nextInt(4) == 0) purchase.finished("S1", given, 0, Money.ofFen(2850L * given), null, at);
            }
            case 6 -> {
                if (random.nextInt(6) == 0) purchase.finished("S1", 0, 0, Money.ofFen(1), BadGoods.BAD_TAG, at);
            }
            case 7 -> purchase.judged("NEXT", at);
            default -> {
                purchase.askNow(at);
                if (purchase.state().isOpen() && random.nextBoolean()) purchase.cancelRefused("USED", at);
            }
        }
    }

    @Test
    void it_is_asked_about_in_the_published_rhythm() {
        var purchase = purchase();
        purchase.sending(false, NOON);
        var expected = List.of(2, 5, 10, 30, 60, 120, 300, 600, 600, 600);
        var at = NOON;
        for (var seconds : expected) {
            purchase.unknown("TIMEOUT", at);
            assertThat(Duration.between(at, purchase.askAt())).hasSeconds(seconds);
            at = purchase.askAt();
        }
    }

    @Test
    void not_found_means_not_placed_only_twice_and_when_the_supplier_has_seen_beyond_our_request() {
        var seen = NOON.plus(Duration.ofMinutes(16));
        var late = purchase();
        late.sending(false, NOON);
        assertThat(late.notFound(seen, NOON.plus(Duration.ofMinutes(17))))
                .as("once")
                .isFalse();
        assertThat(late.notFound(seen, NOON.plus(Duration.ofMinutes(26))))
                .as("too close")
                .isFalse();
        assertThat(late.notFound(null, NOON.plus(Duration.ofMinutes(27))))
                .as("not said")
                .isFalse();
        assertThat(late.notFound(NOON.plus(Duration.ofMinutes(15)), NOON.plus(Duration.ofMinutes(28))))
                .as("not beyond")
                .isFalse();
        assertThat(late.state()).isEqualTo(PurchaseState.UNKNOWN);
        assertThat(late.notFound(seen, NOON.plus(Duration.ofMinutes(29)))).isTrue();
        assertThat(late.state()).isEqualTo(PurchaseState.FAILED);
        assertThat(late.failure()).isEqualTo("NOT_PLACED");
    }

    @Test
    void not_found_is_measured_by_the_last_time_it_was_sent() {
        var hour = NOON.plus(Duration.ofHours(1));
        var purchase = purchase();
        purchase.sending(false, NOON);
        purchase.sending(true, hour);
        purchase.unknown("TIMEOUT", hour);
        var seen = NOON.plus(Duration.ofMinutes(30));
        assertThat(purchase.notFound(seen, hour.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(purchase.notFound(seen, hour.plus(Duration.ofMinutes(16)))).isFalse();
        assertThat(purchase.state()).isEqualTo(PurchaseState.UNKNOWN);
        assertThat(purchase.sending(true, hour)).as("unclear").isFalse();
    }

    @Test
    void a_supplier_that_knows_it_again_starts_the_proof_anew() {
        var seen = NOON.plus(Duration.ofHours(2));
        var purchase = purchase();
        purchase.sending(false, NOON);
        purchase.notFound(seen, NOON.plus(Duration.ofMinutes(20)));
        purchase.processing("S1", NOON.plus(Duration.ofMinutes(25)));
        assertThat(purchase.notFound(seen, NOON.plus(Duration.ofMinutes(40)))).isFalse();
        assertThat(purchase.state()).isEqualTo(PurchaseState.UNKNOWN);
    }

    @Test
    void it_alarms_once_after_ten_minutes_without_an_end() {
        var purchase = purchase();
        assertThat(purchase.alert(NOON.plus(Duration.ofHours(1))))
                .as("never sent")
                .isFalse();
        purchase.sending(false, NOON);
        assertThat(purchase.alert(NOON.plus(Duration.ofMinutes(9)))).isFalse();
        assertThat(purchase.alert(NOON.plus(Duration.ofMinutes(10)))).isTrue();
        assertThat(purchase.alert(NOON.plus(Duration.ofMinutes(11)))).isFalse();
    }

    @Test
    void units_may_not_cost_more_one_by_one_than_together() {
        var terms = purchase().terms();
        assertThat(terms.maxCost()).isEqualTo(Money.ofFen(8700));
        assertThat(terms.maxCostOf(1)).isEqualTo(Money.ofFen(2900));
    }
}
