package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.PurchaseReply.Finished;

class InspectionTest {
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

    private static Purchase purchase(boolean direct) {
        var source = new Source(
                7,
                new SupplierId("xingzhou"),
                "UP-1",
                1,
                Money.ofFen(100),
                Money.ofFen(110),
                -1,
                true,
                null,
                List.of());
        return new Purchase(
                new PurchaseNo("PU261125TEST00000001"),
                new OrderNo("KM1"),
                PurchaseTerms.of(source, 1, 1, direct, 2),
                NOON,
                NOON);
    }

    private static SuppliedItem.Card card(int seq) {
        return new SuppliedItem.Card(seq, "CARD-" + seq, null, null, null, null);
    }

    private static Finished said(String sku, int delivered, long cost, SuppliedItem... items) {
        return new Finished("S1", sku, delivered, Money.ofFen(cost), List.of(items));
    }

    @Test
    void what_was_bought_and_came_is_taken() {
        var inspection = Inspection.of(purchase(false), said("UP-1", 2, 220, card(1), card(2)));
        assertThat(inspection.whole()).isNull();
        assertThat(inspection.cards()).hasSize(2);
    }

    @Test
    void an_answer_about_another_sku_is_not_opened() {
        var inspection = Inspection.of(purchase(false), said("UP-2", 2, 200, card(1), card(2)));
        assertThat(inspection.whole()).isEqualTo(BadGoods.WRONG_SKU);
        assertThat(inspection.cards()).isEmpty();
    }

    @Test
    void more_than_bought_or_said_is_not_opened() {
        assertThat(Inspection.of(purchase(false), said("UP-1", 3, 200, card(1), card(2), card(3)))
                        .whole())
                .isEqualTo(BadGoods.MORE_THAN_SAID);
        assertThat(Inspection.of(purchase(false), said("UP-1", 1, 100, card(1), card(2)))
                        .whole())
                .isEqualTo(BadGoods.MORE_THAN_SAID);
        assertThat(Inspection.of(purchase(false), said("UP-1", 2, 100, card(1), card(1)))
                        .whole())
                .isEqualTo(BadGoods.MORE_THAN_SAID);
        assertThat(Inspection.of(purchase(true), said("UP-1", 1, 100, card(1))).whole())
                .isEqualTo(BadGoods.MORE_THAN_SAID);
    }

    @Test
    void goods_dearer_than_allowed_are_not_accepted_also_in_part() {
        assertThat(Inspection.of(purchase(false), said("UP-1", 2, 221, card(1), card(2)))
                        .whole())
                .isEqualTo(BadGoods.COST_ABOVE_MAX);
        assertThat(Inspection.of(purchase(false), said("UP-1", 1, 111, card(1))).whole())
                .isEqualTo(BadGoods.COST_ABOVE_MAX);
    }

    @Test
    void good_and_spoilt_units_of_one_answer_are_kept_apart() {
        var purchase = purchase(false);
        var answer = said("UP-1", 2, 200, card(1), new SuppliedItem.Spoilt(2, SuppliedItem.Fault.BAD_TAG));
        var inspection = Inspection.of(purchase, answer);
        assertThat(inspection.cards()).hasSize(1);
        assertThat(inspection.spoilt()).hasSize(1);
        assertThat(Inspection.isShort(purchase, answer)).isFalse();
        assertThat(Inspection.isShort(purchase, said("UP-1", 2, 200, card(1)))).isTrue();
    }

    @Test
    void a_top_up_has_units_and_no_cards() {
        assertThat(Inspection.of(purchase(true), said("UP-1", 2, 200)).units()).isEqualTo(2);
    }
}
