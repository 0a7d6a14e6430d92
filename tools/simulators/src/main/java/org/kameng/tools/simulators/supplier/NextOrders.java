package org.kameng.tools.simulators.supplier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kameng.tools.simulators.KnobBox;
import tools.jackson.databind.JsonNode;

/** Troubles for one order alone, the next new one of a product; every other order meets the knobs. Forgotten by a restart. */
final class NextOrders {
    private final KnobBox<SupplierKnobs> knobs;
    private final Map<String, SupplierKnobs> bySku = new ConcurrentHashMap<>();
    private final Map<String, SupplierKnobs> byOrder = new ConcurrentHashMap<>();

    NextOrders(KnobBox<SupplierKnobs> knobs) {
        this.knobs = knobs;
    }

    /** Lays these changes over the knobs for the next new order of this product. */
    SupplierKnobs prepare(String sku, JsonNode changes) {
        var troubles = knobs.once(changes).get();
        bySku.put(sku, troubles);
        return troubles;
    }

    /** A new order has come. */
    void begin(Wish wish) {
        var troubles = bySku.remove(wish.sku());
        if (troubles != null) {
            byOrder.put(wish.orderNo(), troubles);
        }
    }

    /** What this order meets. */
    SupplierKnobs of(String orderNo) {
        return byOrder.getOrDefault(orderNo, knobs.get());
    }

    /** What the purchase meets that this text asks for: its number stands in it, whatever the wire. */
    SupplierKnobs asked(String text) {
        return named(text).stream().findFirst().map(this::of).orElseGet(knobs::get);
    }

    private List<String> named(String text) {
        return byOrder.keySet().stream().filter(text::contains).toList();
    }
}
