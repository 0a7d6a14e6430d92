package org.kameng.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskRulesTest {
    private static final RuleBook BOOK = new RuleBook(
            "test",
            List.of(
                    new Rule("R01", 10, 30, 20, 20, 10),
                    new Rule("R02", 500_000, 2_000_000, 20, 50, 10),
                    new Rule("R05", 100_000, 300_000, 30, 30, 10),
                    new Rule("R09", 3, 8, 30, 30, 1),
                    new Rule("R15", 5, 5, 100, 100, 1),
                    new Rule("R17", 16, 18, 100, 100, 1)),
            Set.of());

    @Test
    void an_ordinary_purchase_raises_nothing() {
        assertThat(flags(new Case())).isEmpty();
    }

    @Test
    void each_rule_fires_at_its_threshold_and_not_below() {
        assertThat(flags(new Case().paidInHour(9))).isEmpty();
        assertThat(flags(new Case().paidInHour(10))).containsExactly("R01");
        assertThat(flags(new Case().sum(499_999))).isEmpty();
        assertThat(flags(new Case().sum(500_000))).containsExactly("R02");
        assertThat(score(new Case().sum(2_000_000))).isEqualTo(RiskDecision.HOLD_FROM);
        assertThat(flags(new Case().age(Duration.ofDays(6)).amount(100_000))).containsExactly("R05");
        assertThat(flags(new Case().age(Duration.ofDays(7)).amount(100_000))).isEmpty();
        assertThat(flags(new Case().devices(2))).isEmpty();
        assertThat(flags(new Case().devices(3))).containsExactly("R09");
        assertThat(score(new Case().failures(5))).isEqualTo(RiskDecision.REFUSE_FROM);
    }

    @Test
    void business_buyers_have_ten_times_the_room() {
        assertThat(flags(new Case().business().sum(4_999_999).paidInHour(99))).isEmpty();
        assertThat(flags(new Case().business().sum(5_000_000).paidInHour(100))).containsExactly("R01", "R02");
    }

    @Test
    void minors_are_held_to_the_law_and_unknown_age_is_not_judged() {
        assertThat(flags(new Case().buyerAge(null).amount(20_000))).isEmpty();
        assertThat(flags(new Case().buyerAge(7).amount(1))).containsExactly("R17");
        assertThat(flags(new Case().buyerAge(15).amount(5_000))).isEmpty();
        assertThat(flags(new Case().buyerAge(15).amount(5_001))).containsExactly("R17");
        assertThat(flags(new Case().buyerAge(15).amount(5_000).month(20_001))).containsExactly("R17");
        assertThat(flags(new Case().buyerAge(17).amount(10_000).month(40_000))).isEmpty();
        assertThat(flags(new Case().buyerAge(17).amount(10_001))).containsExactly("R17");
        assertThat(flags(new Case().buyerAge(18).amount(99_999))).isEmpty();
    }

    @Test
    void earlier_hits_fade_by_half_a_day_and_never_add_to_a_fresh_hit_of_the_same_rule() {
        var none = RiskRules.judge(BOOK, new Case().features());
        var day = new RiskRules.Earlier("R15", 100, Duration.ofHours(24));
        assertThat(RiskRules.score(none, List.of(day))).isEqualTo(50);
        assertThat(RiskRules.score(none, List.of(new RiskRules.Earlier("R15", 100, Duration.ofHours(48)))))
                .isEqualTo(25);
        var fresh = RiskRules.judge(BOOK, new Case().paidInHour(10).features());
        assertThat(RiskRules.score(fresh, List.of(new RiskRules.Earlier("R01", 20, Duration.ZERO))))
                .isEqualTo(20);
    }

    @Test
    void more_of_anything_never_lowers_the_score() {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var less = new Case();
            less.amount = random.nextLong(3_000_000);
            less.sum = random.nextLong(3_000_000);
            less.inHour = random.nextInt(40);
            less.devices = random.nextInt(10);
            less.failures = random.nextInt(8);
            less.accountAge = Duration.ofHours(random.nextInt(400));
            less.buyerAge = random.nextBoolean() ? null : 6 + random.nextInt(20);
            var before = score(less);
            less.sum += random.nextInt(1_000_000);
            less.inHour += random.nextInt(5);
            less.devices += random.nextInt(3);
            assertThat(score(less)).as("seed 11 round %d", round).isGreaterThanOrEqualTo(before);
        }
    }

    private static List<String> flags(Case of) {
        return RiskRules.judge(BOOK, of.features()).flags();
    }

    private static int score(Case of) {
        return RiskRules.score(RiskRules.judge(BOOK, of.features()), List.of());
    }

    /** A quiet customer; each test disturbs what it is about. */
    private static final class Case {
        private long amount = 2_940;
        private boolean business;
        private Duration accountAge = Duration.ofDays(100);
        private int inHour = 1;
        private long sum = 2_940;
        private long month = 2_940;
        private int devices = 1;
        private int failures;
        private @Nullable Integer buyerAge;

        Case amount(long fen) {
            amount = fen;
            return this;
        }

        Case business() {
            business = true;
            return this;
        }

        Case age(Duration age) {
            accountAge = age;
            return this;
        }

        Case paidInHour(int count) {
            inHour = count;
            return this;
        }

        Case sum(long fen) {
            sum = fen;
            return this;
        }

        Case month(long fen) {
            month = fen;
            return this;
        }

        Case devices(int count) {
            devices = count;
            return this;
        }

        Case failures(int count) {
            failures = count;
            return this;
        }

        Case buyerAge(@Nullable Integer years) {
            buyerAge = years;
            return this;
        }

        Features features() {
            return new Features(
                    amount, business, accountAge, inHour, inHour, sum, month, devices, 1, false, failures, buyerAge);
        }
    }
}
