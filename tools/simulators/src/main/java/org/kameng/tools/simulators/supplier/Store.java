package org.kameng.tools.simulators.supplier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Journal;
import org.kameng.tools.simulators.http.Answer;
import tools.jackson.databind.JsonNode;

/** Everything a supplier remembers: the journal and what follows from it. Whoever uses it holds its lock. */
final class Store implements AutoCloseable {
    private static final long FIRST_BALANCE = 1_000_000_000L;

    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Cancellation> cancellations = new LinkedHashMap<>();
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<String, Event> unheard = new LinkedHashMap<>();
    private final Map<String, Long> serials = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Clock clock;
    private final Journal journal;
    private long balance = FIRST_BALANCE;
    private long version;
    private long events;

    Store(Path file, List<Product> first, Clock clock) throws IOException {
        this.clock = clock;
        first.forEach(this::apply);
        this.journal = new Journal(file, this::replay);
    }

    Journal journal() {
        return journal;
    }

    @Nullable
    Product product(String sku) {
        return products.get(sku);
    }

    /** In the order of their last change. */
    List<Product> products() {
        return products.values().stream()
                .sorted(Comparator.comparingLong(Product::version))
                .toList();
    }

    @Nullable
    Order order(String orderNo) {
        return orders.get(orderNo);
    }

    Order require(String orderNo) {
        var order = orders.get(orderNo);
        if (order == null) {
            throw new Refused(Why.ORDER_NOT_FOUND);
        }
        return order;
    }

    List<Order> orders() {
        return List.copyOf(orders.values());
    }

    @Nullable
    Cancellation cancellation(String cancelNo) {
        return cancellations.get(cancelNo);
    }

    List<Cancellation> cancellations() {
        return List.copyOf(cancellations.values());
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    List<Event> unheard() {
        return List.copyOf(unheard.values());
    }

    long balance() {
        return balance;
    }

    long nextVersion() {
        return version + 1;
    }

    /** A serial of this SKU that no card ever had. */
    long nextSerial(String sku) {
        return serials.merge(sku, 1L, Long::sum);
    }

    /** False if a card of this digest was given before, under any SKU. */
    boolean isNew(String sha256) {
        return !given.contains(sha256);
    }

    Order record(String type, Order order) {
        journal.append(type, clock.instant(), "order", order);
        return apply(order);
    }

    Product record(Product product) {
        journal.append("PRODUCT", clock.instant(), "product", product);
        return apply(product);
    }

    Cancellation record(Cancellation cancellation) {
        journal.append("CANCEL_" + cancellation.status(), clock.instant(), "cancellation", cancellation);
        cancellations.put(cancellation.cancelNo(), cancellation);
        return cancellation;
    }

    /** Adds to what this address has subscribed to before. */
    void record(Subscription wish) {
        var before = subscriptions.get(wish.url());
        var after = before == null ? wish : before.and(wish);
        if (!after.equals(subscriptions.put(wish.url(), after))) {
            journal.append("SUBSCRIBED", clock.instant(), "subscription", after);
        }
    }

    void recordBalance(long fen) {
        journal.append("BALANCE", clock.instant(), "balance", fen);
        balance = fen;
    }

    Event raise(Event.Kind kind, String subject, String url, Instant at) {
        var event = new Event("EV" + Digests.hex(20), events + 1, kind, subject, url, at);
        journal.append("EVENT", clock.instant(), "event", event);
        return apply(event);
    }

    /** Heard, or given up. */
    void recordDone(String eventId, String type) {
        journal.append(type, clock.instant(), "done", eventId);
        unheard.remove(eventId);
    }

    private Order apply(Order order) {
        var before = orders.put(order.orderNo(), order);
        balance -= order.chargedFen() - (before == null ? 0 : before.chargedFen());
        if (before == null && order.refusal() == null) {
            var product = products.get(order.sku());
            if (product != null) {
                apply(product.taken(order.available(), nextVersion(), order.createdAt()));
            }
        }
        for (var item : order.items()) {
            given.add(item.sha256());
            serials.merge(item.sku(), item.serial(), Math::max);
        }
        return order;
    }

    private Product apply(Product product) {
        products.put(product.sku(), product);
        version = Math.max(version, product.version());
        return product;
    }

    private Event apply(Event event) {
        events = Math.max(events, event.seq());
        unheard.put(event.id(), event);
        return event;
    }

    private void replay(JsonNode entry) {
        if (entry.has("order")) {
            apply(Answer.JSON.treeToValue(entry.get("order"), Order.class));
        } else if (entry.has("product")) {
            apply(Answer.JSON.treeToValue(entry.get("product"), Product.class));
        } else if (entry.has("cancellation")) {
            var cancellation = Answer.JSON.treeToValue(entry.get("cancellation"), Cancellation.class);
            cancellations.put(cancellation.cancelNo(), cancellation);
        } else if (entry.has("subscription")) {
            var subscription = Answer.JSON.treeToValue(entry.get("subscription"), Subscription.class);
            subscriptions.put(subscription.url(), subscription);
        } else if (entry.has("event")) {
            apply(Answer.JSON.treeToValue(entry.get("event"), Event.class));
        } else if (entry.has("done")) {
            unheard.remove(entry.get("done").asString());
        } else if (entry.has("balance")) {
            balance = entry.get("balance").asLong();
        }
    }

    /** Newest first. */
    static <T> List<T> last(Collection<T> all, int count) {
        return List.copyOf(all).reversed().stream().limit(count).toList();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
