package org.kameng.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

class LedgerTest {
    private final ShopFixture shop = new ShopFixture();
    private final Ledger ledger = shop.bean(Ledger.class);
    private final OrderNo order =
            new OrderNo("KMLEDGER" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void posting_the_same_transfer_again_changes_nothing() {
        var transfer =
                Postings.received(Institution.WECHAT, order, UUID.randomUUID().toString(), Money.ofFen(2940));
        assertThat(shop.context().inTransaction(() -> ledger.post(transfer))).isTrue();
        assertThat(shop.context().inTransaction(() -> ledger.post(transfer))).isFalse();
        assertThat(ledger.ofOrder(ShopFixture.FINANCE, order)).hasSize(2);
        assertThat(ledger.sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_database_refuses_a_transfer_that_does_not_sum_to_zero() {
        assertThatThrownBy(() -> new Transfer("x", "x", order, List.of(new Entry("SUSPENSE", 5))))
                .hasMessageContaining("sum to zero");
        assertThatThrownBy(() -> shop.context().inTransaction(() -> {
                    sql("insert into ledger_transfer values ('odd-" + order + "', 'x', 'x', '2026-01-01Z')");
                    sql("insert into ledger_entry (transfer_id, account, amount, currency) values ('odd-" + order
                            + "', 'SUSPENSE', 1, 'CNY')");
                }))
                .hasStackTraceContaining("does not sum to zero");
        assertThat(ledger.sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void nobody_edits_or_deletes_an_entry_not_even_the_owner() throws Exception {
        shop.context()
                .inTransaction(() -> ledger.post(Postings.received(
                        Institution.WECHAT, order, UUID.randomUUID().toString(), Money.ofFen(1))));
        for (var edit : List.of(
                "update ledger_entry set amount = 2",
                "delete from ledger_entry",
                "delete from ledger_transfer",
                "update ledger_transfer set kind = 'y'",
                "truncate ledger_entry, ledger_transfer")) {
            assertThatThrownBy(() -> sql(edit)).hasStackTraceContaining("permission denied");
            try (var owner = shop.context().ownerConnection();
                    var statement = owner.createStatement()) {
                assertThatThrownBy(() -> statement.execute(edit)).hasMessageContaining("never changed or deleted");
            }
        }
    }

    @Test
    void every_split_of_every_amount_sums_to_zero_and_the_commission_never_exceeds_its_rate() {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++) {
            var amount = Money.ofFen(1 + random.nextLong(10_000_000));
            var rate = random.nextInt(3_000);
            var commission = Postings.commission(amount, rate);
            assertThat(commission.fen() * 10_000).isLessThanOrEqualTo(amount.fen() * rate);
            var sum = Postings.delivered(order, "s", amount, rate).entries().stream()
                    .mapToLong(Entry::fen)
                    .sum();
            assertThat(sum).as("seed 3 round %d", round).isZero();
        }
    }

    private void sql(String text) {
        shop.context().sql().sql(text).update();
    }
}
