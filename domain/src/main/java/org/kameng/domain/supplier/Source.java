package org.kameng.domain.supplier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * An offer's contracted way to one supplier's SKU, with what the supplier last said about it.
 *
 * @param maxCost the dearest one unit may be, whatever the supplier says
 * @param stock -1 for unlimited, null when never told
 * @param toldAt when the supplier last said so
 * @param accountSchema fields of a direct top-up the supplier needs
 */
record Source(
        long id,
        SupplierId supplier,
        String supplierSku,
        int preference,
        Money cost,
        Money maxCost,
        @Nullable Integer stock,
        boolean onSale,
        @Nullable Instant toldAt,
        List<String> accountSchema) {

    /** On sale, affordable, and not known to be out of stock. */
    boolean couldGive() {
        return onSale && cost.compareTo(maxCost) <= 0 && (stock == null || stock != 0);
    }

    /** How many of the wanted units to ask it for: no purchase is larger than the protocols take at once. */
    int upTo(int wanted) {
        var most = Math.min(wanted, PurchaseRequest.MOST);
        return stock == null || stock < 0 ? most : Math.min(most, stock);
    }
}
