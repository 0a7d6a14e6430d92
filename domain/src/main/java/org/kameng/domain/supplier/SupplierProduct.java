package org.kameng.domain.supplier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * A product in a supplier's list.
 *
 * @param cost for one unit
 * @param stock units, {@code -1} for unlimited, null when the supplier does not say
 * @param accountSchema names of the fields a direct top-up needs, empty for cards
 * @param version rises with every change where the supplier has versions, else 0
 */
public record SupplierProduct(
        String sku,
        String name,
        boolean direct,
        Money face,
        Money cost,
        @Nullable Integer stock,
        boolean onSale,
        List<String> accountSchema,
        @Nullable String region,
        long version) {
    public SupplierProduct {
        accountSchema = List.copyOf(accountSchema);
    }

    /** Part of a list; {@code next} null ends it. */
    public record Page(
            List<SupplierProduct> products, @Nullable String next) {
        public Page {
            products = List.copyOf(products);
        }
    }
}
