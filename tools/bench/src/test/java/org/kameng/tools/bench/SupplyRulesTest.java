package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kameng.tools.bench.SupplyBooks.Bought;
import org.kameng.tools.bench.SupplyBooks.Sold;
import org.kameng.tools.simulators.supplier.Item;
import org.kameng.tools.simulators.supplier.Order;
import org.kameng.tools.simulators.supplier.OrderStatus;

/** Lies in either book, one at a time: each is found under its own promise and no other. */
class SupplyRulesTest {
    private final List<Bought> ours = new ArrayList<>();
    private final List<Sold> theirs = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    private Set<String> broken() {
        return SupplyRules.broken(new SupplyBooks(ours, theirs, taken)).keySet();
    }

    private void bought(String no, String state, int arrived, Long cost) {
        ours.add(new Bought(no, "xingzhou", state, arrived, cost, 250L));
    }

    private void sold(String no, long charged, Item... items) {
        var at = Instant.EPOCH;
        var end = charged > 0 ? OrderStatus.SUCCEEDED : OrderStatus.FAILED;
        var order = new Order(
                no,
                "S",
                "A",
                "A",
                false,
                2,
                2,
                items.length,
                100,
                charged,
                "",
                "",
                null,
                end,
                null,
                null,
                List.of(items),
                at,
                at,
                at,
                1);
        theirs.add(new Sold("xingzhou", order));
    }

    private static Item card(int seq, String digest, Item.Fault fault) {
        return new Item(seq, "A", seq, digest, fault, "", null, Item.Redeem.UNUSED, null);
    }

    private static Item good(int seq, String digest) {
        return card(seq, digest, Item.Fault.NONE);
    }

    private void took(String no, int units) {
        IntStream.rangeClosed(1, units).forEach(seq -> taken.add(no + "#" + seq));
    }

    @Test
    void honest_books_break_no_promise() {
        bought("P1", "SUCCEEDED", 2, 200L);
        sold("P1", 200, good(1, "a"), good(2, "b"));
        took("P1", 2);
        bought("P2", "FAILED", 0, null);
        sold("P2", 0);
        bought("P3", "UNKNOWN", 0, null);
        bought("P4", "BAD_GOODS", 1, 200L);
        sold("P4", 200, good(1, "c"), card(2, "d", Item.Fault.BAD_TAG));
        took("P4", 1);
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_purchase_that_only_the_supplier_knows() {
        sold("P1", 0);
        assertThat(broken()).containsExactly("I7 what a supplier knows is a purchase of ours");
    }

    @Test
    void a_purchase_that_another_supplier_knows() {
        ours.add(new Bought("P1", "qingyun", "FAILED", 0, null, 250));
        sold("P1", 0);
        assertThat(broken()).containsExactly("I7 what a supplier knows is a purchase of ours");
    }

    @Test
    void goods_that_no_supplier_sold_and_money_that_we_forgot() {
        for (var state : List.of("SUCCEEDED", "PARTIAL", "BAD_GOODS")) {
            bought(state, state, 1, 100L);
        }
        for (var state : List.of("FAILED", "UNKNOWN", "PROCESSING", "INTENDED")) {
            bought(state, state, 1, 100L);
            sold(state, 100, good(1, state));
        }
        assertThat(broken()).containsExactly("I7 what we say was sold or not, the supplier says too");
        assertThat(SupplyRules.broken(new SupplyBooks(ours, theirs, taken))
                        .values()
                        .iterator()
                        .next())
                .hasSize(5);
    }

    @Test
    void another_price_a_price_above_the_limit_and_other_units() {
        for (var lie : List.of(
                new Bought("P1", "xingzhou", "SUCCEEDED", 1, 99L, 250),
                new Bought("P1", "xingzhou", "SUCCEEDED", 1, 100L, 99),
                new Bought("P1", "xingzhou", "SUCCEEDED", 2, 100L, 250),
                new Bought("P1", "xingzhou", "SUCCEEDED", 0, 100L, 250),
                new Bought("P1", "xingzhou", "BAD_GOODS", 2, 100L, 250))) {
            ours.clear();
            theirs.clear();
            ours.add(lie);
            sold("P1", 100, good(1, "a"));
            assertThat(broken()).as("%s", lie).containsExactly("I7 money, limit and units are the same in both books");
        }
    }

    @Test
    void a_card_that_was_never_ours() {
        for (var fault : List.of(Item.Fault.WRONG_SKU, Item.Fault.FOREIGN, Item.Fault.BAD_TAG)) {
            ours.clear();
            theirs.clear();
            bought("P1", "SUCCEEDED", 1, 100L);
            sold("P1", 100, card(1, "a", fault));
            took("P1", 1);
            assertThat(broken())
                    .containsExactly("I1 no card of another SKU, of another order or with a bad tag is ours");
        }
    }

    @Test
    void one_card_in_two_purchases() {
        bought("P1", "SUCCEEDED", 1, 100L);
        sold("P1", 100, good(1, "a"));
        bought("P2", "SUCCEEDED", 1, 100L);
        sold("P2", 100, card(1, "a", Item.Fault.TWICE));
        took("P1", 1);
        took("P2", 1);
        assertThat(broken()).containsExactly("I1 of a card that came more than once, one is ours");
    }

    @Test
    void bad_goods_that_nobody_hears_of() {
        bought("P1", "SUCCEEDED", 1, 100L);
        sold("P1", 100, card(1, "a", Item.Fault.WRONG_SKU));
        assertThat(broken()).containsExactly("I2 bad goods are a case by name");
    }
}
