package org.kameng.tools.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.bench.SupplyBooks.Bought;
import org.kameng.tools.bench.SupplyBooks.Given;
import org.kameng.tools.bench.SupplyBooks.Sold;
import org.kameng.tools.simulators.supplier.Item;

/** What must be true of our book of purchases and those of the suppliers together. */
final class SupplyRules {
    private static final int CULPRITS = 5;
    private static final Set<Item.Fault> NEVER_OURS =
            Set.of(Item.Fault.WRONG_SKU, Item.Fault.BAD_TAG, Item.Fault.FOREIGN);

    private SupplyRules() {}

    /** Broken promises with up to five culprits each. */
    static Map<String, List<String>> broken(SupplyBooks books) {
        var broken = new LinkedHashMap<String, List<String>>();
        add(broken, "I7 what a supplier knows is a purchase of ours", strangers(books));
        add(broken, "I7 what we say was sold or not, the supplier says too", contradictions(books));
        add(broken, "I7 money, limit and units are the same in both books", otherAmounts(books));
        add(broken, "I1 no card of another SKU, of another order or with a bad tag is ours", badCards(books));
        add(broken, "I1 of a card that came more than once, one is ours", takenTwice(books));
        add(broken, "I2 bad goods are a case by name", unnamed(books));
        return broken;
    }

    /** Adds the promise with some of its culprits, if there are any. */
    static void add(Map<String, List<String>> broken, String promise, Stream<String> culprits) {
        var some = culprits.sorted().limit(CULPRITS).toList();
        if (!some.isEmpty()) {
            broken.put(promise, some);
        }
    }

    private static Stream<String> strangers(SupplyBooks books) {
        return books.theirs().filter(sold -> !isOf(books.ours(sold.no()), sold)).map(Sold::no);
    }

    private static boolean isOf(@Nullable Bought bought, Sold sold) {
        return bought != null && bought.supplier().equals(sold.supplier());
    }

    private static Stream<String> contradictions(SupplyBooks books) {
        return books.ours()
                .filter(bought -> !agrees(bought, books.theirs(bought.no())))
                .map(bought -> bought.no() + " " + bought.state());
    }

    /** Nor may a purchase that we still ask about have been charged: by now it would have been found. */
    private static boolean agrees(Bought bought, @Nullable Sold sold) {
        var charged = sold != null && sold.isCharged();
        return charged != (bought.hasFailed() || bought.isOpen());
    }

    private static Stream<String> otherAmounts(SupplyBooks books) {
        return books.theirs()
                .filter(Sold::isCharged)
                .filter(sold -> !sameAmounts(books.ours(sold.no()), sold))
                .map(Sold::no);
    }

    private static boolean sameAmounts(@Nullable Bought bought, Sold sold) {
        var order = sold.order();
        return bought != null
                && Objects.equals(bought.costFen(), order.chargedFen())
                && order.chargedFen() <= bought.maxCostFen()
                && (bought.arrived() == order.deliveredQty()
                        || bought.isBad() && bought.arrived() < order.deliveredQty());
    }

    private static Stream<String> badCards(SupplyBooks books) {
        return books.cards().values().stream()
                .filter(card -> NEVER_OURS.contains(card.item().fault()) && books.isTaken(card))
                .map(Given::place);
    }

    private static Stream<String> takenTwice(SupplyBooks books) {
        var kept = new HashMap<String, Integer>();
        books.cards().values().stream()
                .filter(books::isTaken)
                .forEach(card -> kept.merge(card.item().sha256(), 1, Integer::sum));
        return books.cards().values().stream()
                .filter(card ->
                        books.isTaken(card) && kept.getOrDefault(card.item().sha256(), 0) > 1)
                .map(Given::place);
    }

    private static Stream<String> unnamed(SupplyBooks books) {
        return books.cards().values().stream()
                .filter(card -> card.item().fault() != Item.Fault.NONE && !isNamed(books, card))
                .map(Given::place);
    }

    // A repeated card whose first copy was kept back with the goods around it is new to us, and taken.
    private static boolean isNamed(SupplyBooks books, Given card) {
        var bought = books.ours(card.sold().no());
        return bought != null && (bought.isBad() || books.isTaken(card));
    }
}
