package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.Timetable;

/** Where a supplier sells, whatever the wire. One lock, the store, around everything: right before fast. */
public final class Counter {
    private static final int MOST_UNITS = 100;
    private static final String NOBODY = "0000";

    private final Store store;
    private final Teller teller;
    private final Packer packer;
    private final NextOrders troubles;
    private final Timetable timetable;
    private final Clock clock;

    Counter(Store store, Teller teller, Packer packer, KnobBox<SupplierKnobs> knobs, Timetable timetable, Clock clock) {
        this.store = store;
        this.teller = teller;
        this.packer = packer;
        this.troubles = new NextOrders(knobs);
        this.timetable = timetable;
        this.clock = clock;
    }

    NextOrders troubles() {
        return troubles;
    }

    /** Takes up after a start what was open at the end. */
    void resume() {
        store.orders().stream()
                .filter(order -> !order.status().isFinal())
                .forEach(order -> timetable.at(order.dueAt(), () -> finish(order.orderNo())));
    }

    /** Sells, or answers again what was answered to this number before. */
    public Order place(Wish wish) {
        synchronized (store) {
            var known = store.order(wish.orderNo());
            if (known != null && !known.fingerprint().equals(wish.fingerprint())) {
                throw new Refused(Why.IDEMPOTENCY_CONFLICT);
            }
            var order = known == null ? accept(wish) : known;
            if (order.refusal() != null) {
                throw new Refused(order.refusal());
            }
            return order;
        }
    }

    private Order accept(Wish wish) {
        troubles.begin(wish);
        if (wish.quantity() < 1 || wish.quantity() > MOST_UNITS) {
            throw new Refused(Why.PARAM_ERROR);
        }
        var product = store.product(wish.sku());
        long unit = product == null ? 0 : price(wish, product);
        var why = refusal(wish, product, unit);
        if (product == null || why != null) {
            var reason = why == null ? Why.SKU_NOT_FOUND : why;
            return store.record("REFUSED", order(wish, false, 0, unit, reason, reason));
        }
        int units = product.stock() < 0 ? wish.quantity() : Math.min(product.stock(), wish.quantity());
        var order = order(wish, product.direct(), units, unit, null, isNobody(wish) ? Why.ACCOUNT_INVALID : null);
        return begin(store.record("ACCEPTED", order));
    }

    private Order order(Wish wish, boolean direct, int units, long unit, @Nullable Why refusal, @Nullable Why fate) {
        var now = clock.instant();
        return new Order(
                wish.orderNo(),
                "S" + Digests.hex(18),
                wish.sku(),
                wish.sku(),
                direct,
                wish.quantity(),
                units,
                0,
                unit,
                unit * units,
                wish.maskedAccount(),
                wish.fingerprint(),
                wish.notifyUrl(),
                refusal == null ? OrderStatus.ACCEPTED : OrderStatus.FAILED,
                refusal,
                fate,
                List.of(),
                now,
                now.plus(Duration.ofSeconds(troubles.of(wish.orderNo()).processingSeconds())),
                refusal == null ? null : now,
                1);
    }

    private Order begin(Order order) {
        if (!order.dueAt().isAfter(clock.instant())) {
            return finish(order.orderNo());
        }
        var half = Duration.between(order.createdAt(), order.dueAt()).dividedBy(2);
        timetable.at(order.createdAt().plus(half), () -> work(order.orderNo()));
        timetable.at(order.dueAt(), () -> finish(order.orderNo()));
        return order;
    }

    private long price(Wish wish, Product product) {
        return KnobBox.hits(troubles.of(wish.orderNo()).priceJump()) ? product.costFen() * 6 / 5 : product.costFen();
    }

    // A well formed account of nobody is found out only while it is served.
    private static boolean isNobody(Wish wish) {
        return wish.account().values().stream().anyMatch(value -> value.endsWith(NOBODY));
    }

    private @Nullable Why refusal(Wish wish, @Nullable Product product, long unit) {
        if (product == null || (wish.direct() != null && wish.direct() != product.direct())) {
            return Why.SKU_NOT_FOUND;
        } else if (!product.onSale()) {
            return Why.SKU_OFF;
        } else if (!product.account().stream().allMatch(field -> field.accepts(wish.account()))) {
            return Why.ACCOUNT_INVALID;
        } else if (!product.account().stream().allMatch(field -> field.isServed(wish.account()))) {
            return Why.REGION_NOT_SUPPORTED;
        } else if (product.stock() == 0
                || KnobBox.hits(troubles.of(wish.orderNo()).outOfStock())) {
            return Why.OUT_OF_STOCK;
        } else if (wish.maxCostFen() != null && unit * wish.quantity() > wish.maxCostFen()) {
            return Why.COST_EXCEEDED;
        }
        return store.balance() < unit * wish.quantity() ? Why.INSUFFICIENT_BALANCE : null;
    }

    private void work(String orderNo) {
        synchronized (store) {
            var order = store.require(orderNo);
            if (order.status() == OrderStatus.ACCEPTED) {
                store.record("PROCESSING", order.in(OrderStatus.PROCESSING));
            }
        }
    }

    private Order finish(String orderNo) {
        synchronized (store) {
            var order = store.require(orderNo);
            if (order.status().isFinal()) {
                return order;
            }
            var ended = order.failCode() == null ? delivered(order) : failed(order, order.failCode());
            store.record(ended.status().name(), ended);
            teller.tell(Event.Kind.ORDER, orderNo, ended.notifyUrl());
            return ended;
        }
    }

    private Order failed(Order order, Why why) {
        return order.ended(OrderStatus.FAILED, why, order.sku(), 0, List.of(), clock.instant());
    }

    private Order delivered(Order order) {
        var trouble = troubles.of(order.orderNo());
        var ordered = store.product(order.sku());
        if (ordered == null) {
            return failed(order, Why.SKU_NOT_FOUND);
        }
        int units = order.available();
        if (units > 1 && KnobBox.hits(trouble.partial())) {
            units = units * 3 / 5;
        }
        var sold = packer.choose(ordered, trouble);
        var end = units < order.quantity() ? OrderStatus.PARTIAL : OrderStatus.SUCCEEDED;
        var cards = order.direct() ? List.<Item>of() : packer.pack(order, sold, units, trouble, clock.instant());
        return order.ended(end, null, sold.sku(), units, cards, clock.instant());
    }

    public Order order(String orderNo) {
        synchronized (store) {
            return store.require(orderNo);
        }
    }

    /** Whether this number was used before. */
    public boolean knows(String orderNo) {
        synchronized (store) {
            return store.order(orderNo) != null;
        }
    }

    List<Order> latest(int count) {
        synchronized (store) {
            return Store.last(store.orders(), count);
        }
    }

    /** Delivers the rest of a partial order, as a supplier may within a day. */
    Order complete(String orderNo) {
        synchronized (store) {
            var order = store.require(orderNo);
            var product = store.product(order.sku());
            if (order.status() != OrderStatus.PARTIAL || product == null) {
                return order;
            }
            var now = clock.instant();
            var cards = order.direct()
                    ? List.<Item>of()
                    : packer.pack(order, product, order.quantity(), SupplierKnobs.CALM, now);
            var whole = order.ended(OrderStatus.SUCCEEDED, null, order.deliveredSku(), order.quantity(), cards, now);
            store.record("SUCCEEDED", whole);
            teller.tell(Event.Kind.ORDER, orderNo, whole.notifyUrl());
            return whole;
        }
    }

    /** Marks one card as used, voided or unused at the rights holder. */
    Order redeem(String orderNo, int seq, Item.Redeem state) {
        synchronized (store) {
            var order = store.require(orderNo);
            var at = state == Item.Redeem.USED ? clock.instant() : null;
            var cards = new ArrayList<>(order.items());
            cards.replaceAll(item -> item.seq() == seq ? item.with(state, at) : item);
            return store.record("REDEEM", order.marked(cards));
        }
    }
}
