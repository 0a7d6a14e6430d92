package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;

/** Fills an order with cards, and spoils them as the knobs say. Used under the lock of the {@link Store}. */
final class Packer {
    private final Store store;
    private final Codes codes;
    private final boolean sealed;

    /** @param sealed the wire seals each card for its order, so that one made for another order can be told */
    Packer(Store store, Codes codes, boolean sealed) {
        this.store = store;
        this.codes = codes;
        this.sealed = sealed;
    }

    /** Whose cards go out: another product's if that knob hits. */
    Product choose(Product ordered, SupplierKnobs knobs) {
        var others = store.products().stream()
                .filter(p -> !p.direct() && !p.sku().equals(ordered.sku()))
                .toList();
        boolean wrong = !others.isEmpty() && !ordered.direct() && KnobBox.hits(knobs.wrongSku());
        return wrong ? others.getFirst() : ordered;
    }

    List<Item> pack(Order order, Product product, int units, SupplierKnobs knobs, Instant at) {
        var items = new ArrayList<Item>(order.items());
        while (items.size() < units) {
            items.add(card(order, product, items.size() + 1, knobs, at));
        }
        return items;
    }

    private Item card(Order order, Product product, int seq, SupplierKnobs knobs, Instant at) {
        var expires = product.expiryDays() == 0 ? null : at.plus(product.expiryDays(), ChronoUnit.DAYS);
        boolean anothers = KnobBox.hits(knobs.somebodyElsesCard());
        var earlier = KnobBox.hits(knobs.sameCardTwice()) || anothers && !sealed ? earlier(order, product) : null;
        if (earlier != null) {
            return made(order, product, seq, earlier.serial(), Item.Fault.TWICE, order.orderNo(), expires);
        }
        if (anothers && sealed) {
            var other = "KX" + Digests.hex(14);
            return made(order, product, seq, fresh(product), Item.Fault.FOREIGN, other, expires);
        }
        var fault = product.sku().equals(order.sku()) ? Item.Fault.NONE : Item.Fault.WRONG_SKU;
        if (KnobBox.hits(knobs.badTag())) {
            fault = Item.Fault.BAD_TAG;
        }
        return made(order, product, seq, fresh(product), fault, order.orderNo(), expires);
    }

    private Item made(
            Order order,
            Product product,
            int seq,
            long serial,
            Item.Fault fault,
            String sealedFor,
            @Nullable Instant expires) {
        var sha256 = Digests.ofCard(codes.card(product, serial).number());
        return new Item(seq, product.sku(), serial, sha256, fault, sealedFor, expires, Item.Redeem.UNUSED, null);
    }

    private long fresh(Product product) {
        long serial = store.nextSerial(product.sku());
        while (!store.isNew(Digests.ofCard(codes.card(product, serial).number()))) {
            serial = store.nextSerial(product.sku());
        }
        return serial;
    }

    private @Nullable Item earlier(Order order, Product product) {
        var delivered = store.orders().stream()
                .filter(o -> !o.orderNo().equals(order.orderNo()))
                .flatMap(o -> o.items().stream())
                .filter(i -> i.sku().equals(product.sku()))
                .toList();
        return delivered.isEmpty()
                ? null
                : delivered.get(ThreadLocalRandom.current().nextInt(delivered.size()));
    }
}
