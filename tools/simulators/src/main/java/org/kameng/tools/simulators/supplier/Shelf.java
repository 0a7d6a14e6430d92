package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is for sale, for how much, and what the customer has left to spend. */
public final class Shelf {
    private final Store store;
    private final Teller teller;
    private final Clock clock;

    Shelf(Store store, Teller teller, Clock clock) {
        this.store = store;
        this.teller = teller;
        this.clock = clock;
    }

    public Product product(String sku) {
        synchronized (store) {
            var product = store.product(sku);
            if (product == null) {
                throw new Refused(Why.SKU_NOT_FOUND);
            }
            return product;
        }
    }

    /** In the order of their last change. */
    public List<Product> products() {
        synchronized (store) {
            return store.products();
        }
    }

    public long balance() {
        synchronized (store) {
            return store.balance();
        }
    }

    void setBalance(long fen) {
        synchronized (store) {
            store.recordBalance(fen);
        }
    }

    /** Later changes of these products, or of all if none is named, are told to this address. */
    public void subscribe(String url, List<String> skus) {
        synchronized (store) {
            store.record(new Subscription(url, skus));
        }
    }

    /** Changes price, stock or sale, and tells who subscribed; null leaves as it is. */
    Product change(String sku, @Nullable Long costFen, @Nullable Integer stock, @Nullable Boolean onSale) {
        synchronized (store) {
            var now = product(sku);
            var changed = store.record(now.changed(
                    costFen == null ? now.costFen() : costFen,
                    stock == null ? now.stock() : stock,
                    onSale == null ? now.onSale() : onSale,
                    store.nextVersion(),
                    clock.instant()));
            store.subscriptions().stream()
                    .filter(subscription -> subscription.covers(sku))
                    .forEach(subscription -> teller.tell(Event.Kind.PRODUCT, sku, subscription.url()));
            return changed;
        }
    }
}
