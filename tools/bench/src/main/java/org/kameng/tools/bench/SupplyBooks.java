package org.kameng.tools.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Item;
import org.kameng.tools.simulators.supplier.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a house and its suppliers have written down about the same purchases, side by side. */
final class SupplyBooks {

    /**
     * A purchase as the house has it.
     *
     * @param arrived units that are the order's or in stock
     * @param costFen null before a supplier has named it
     */
    record Bought(
            String no,
            String supplier,
            String state,
            int arrived,
            @Nullable Long costFen,
            long maxCostFen) {
        boolean isOpen() {
            return Set.of("INTENDED", "PROCESSING", "UNKNOWN").contains(state);
        }

        boolean hasFailed() {
            return state.equals("FAILED");
        }

        boolean isBad() {
            return state.equals("BAD_GOODS");
        }
    }

    /** An order as its supplier has it. */
    record Sold(String supplier, Order order) {
        String no() {
            return order.orderNo();
        }

        boolean isCharged() {
            return order.chargedFen() > 0;
        }
    }

    /** A card that a supplier has given, and under which number. */
    record Given(Sold sold, Item item) {
        String place() {
            return sold.no() + "#" + item.seq();
        }
    }

    private final Map<String, Bought> ours;
    private final Map<String, Sold> theirs;
    private final Set<String> taken;

    /** @param taken cards that the house has kept as its own, as {@link Given#place} names them */
    SupplyBooks(Collection<Bought> ours, Collection<Sold> theirs, Collection<String> taken) {
        this.ours = ours.stream().collect(Collectors.toMap(Bought::no, bought -> bought));
        this.theirs = theirs.stream().collect(Collectors.toMap(Sold::no, sold -> sold));
        this.taken = Set.copyOf(taken);
    }

    static SupplyBooks read(JdbcClient database, Stalls stalls) {
        var ours = database.sql("select * from purchase")
                .query((row, n) -> new Bought(
                        row.getString("purchase_no"),
                        row.getString("supplier_id"),
                        row.getString("state"),
                        row.getInt("delivered") + row.getInt("to_stock"),
                        row.getObject("cost_fen", Long.class),
                        row.getLong("max_cost_fen")))
                .list();
        var taken = database.sql("select purchase_no || '#' || seq from purchase_item where card_id is not null")
                .query(String.class)
                .list();
        var theirs = Stalls.IDS.stream()
                .flatMap(supplier -> stalls.journal(supplier).values().stream().map(order -> new Sold(supplier, order)))
                .toList();
        return new SupplyBooks(ours, theirs, taken);
    }

    Stream<Bought> ours() {
        return ours.values().stream();
    }

    Stream<Sold> theirs() {
        return theirs.values().stream();
    }

    @Nullable
    Bought ours(String no) {
        return ours.get(no);
    }

    @Nullable
    Sold theirs(String no) {
        return theirs.get(no);
    }

    /** Whether the house has kept this card as one of its own. */
    boolean isTaken(Given card) {
        return taken.contains(card.place());
    }

    /** All cards that suppliers have given, by number and place. */
    Map<String, Given> cards() {
        var cards = new HashMap<String, Given>();
        theirs().forEach(sold -> sold.order().items().forEach(item -> {
            var given = new Given(sold, item);
            cards.put(given.place(), given);
        }));
        return cards;
    }
}
