package org.kameng.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

class RiskMemoryTest {
    private final ShopFixture shop = new ShopFixture();
    private final RiskService risk = shop.bean(RiskService.class);

    @Test
    void the_tenth_payment_within_an_hour_is_flagged_and_the_memory_fades() {
        var buyer = new AccountId(UUID.randomUUID());
        for (var i = 1; i < 10; i++) assertThat(pay(buyer, 100).flags()).isEmpty();
        assertThat(pay(buyer, 100).flags()).containsExactly("R01");
        shop.context().clock().advance(Duration.ofHours(25));
        var later = pay(buyer, 100);
        assertThat(later.flags()).isEmpty();
        assertThat(later.score()).isEqualTo(9);
    }

    @Test
    void a_day_of_twenty_thousand_yuan_is_held() {
        var buyer = new AccountId(UUID.randomUUID());
        assertThat(pay(buyer, 1_999_999).score()).isLessThan(RiskDecision.HOLD_FROM);
        assertThat(pay(buyer, 1).score()).isGreaterThanOrEqualTo(RiskDecision.HOLD_FROM);
    }

    @Test
    void one_device_with_three_accounts_is_flagged_and_a_known_address_is_not() {
        var device = "device-" + UUID.randomUUID();
        for (var i = 1; i < 3; i++)
            assertThat(order(device, "127.0.0.1").flags()).isEmpty();
        assertThat(order(device, "127.0.0.1").flags()).containsExactly("R09");
        for (var i = 0; i < 10; i++)
            assertThat(order("d" + UUID.randomUUID(), "127.0.0.1").flags()).isEmpty();
        for (var i = 1; i < 8; i++)
            assertThat(order("d" + UUID.randomUUID(), "198.51.100.7").flags()).isEmpty();
        assertThat(order("d" + UUID.randomUUID(), "198.51.100.7").flags()).containsExactly("R09");
    }

    @Test
    void a_decision_keeps_its_rule_version_and_features_and_is_never_edited() {
        var buyer = new AccountId(UUID.randomUUID());
        var decision = pay(buyer, 4_200);
        var row = risk.ofOrder(ShopFixture.SUPPORT, no(buyer)).getLast();
        assertThat(row.ruleVersion()).isEqualTo("2026-11");
        assertThat(row.features()).containsEntry("amountFen", 4_200);
        assertThat(risk.latest(no(buyer))).contains(decision);
        assertThatThrownBy(() -> shop.context()
                        .sql()
                        .sql("update risk_decision set score = 0")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private RiskDecision pay(AccountId buyer, long fen) {
        var now = shop.context().clock().instant();
        var facts = new PaymentFacts(
                no(buyer),
                buyer,
                now.minus(Duration.ofDays(30)),
                Money.ofFen(fen),
                false,
                "127.0.0.1",
                "d" + buyer,
                null,
                0,
                now);
        return shop.context().inTransaction(() -> risk.atPayment(facts));
    }

    private RiskDecision order(String device, String ip) {
        var now = shop.context().clock().instant();
        var buyer = new AccountId(UUID.randomUUID());
        var facts = new OrderFacts(
                no(buyer), buyer, now.minus(Duration.ofDays(30)), Money.ofFen(100), false, ip, device, null, now);
        return shop.context().inTransaction(() -> risk.atOrder(facts));
    }

    private static OrderNo no(AccountId buyer) {
        return new OrderNo(
                "KM" + buyer.toString().substring(0, 18).replace("-", "").toUpperCase(java.util.Locale.ROOT));
    }
}
