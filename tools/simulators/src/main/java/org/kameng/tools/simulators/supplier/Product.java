package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import java.util.List;

/**
 * What the supplier offers now.
 *
 * @param stock units left, {@code -1} for unlimited
 * @param pattern of card numbers, see {@link Codes}; empty for direct top-ups
 * @param expiryDays of a card from its sale, 0 for never
 * @param version rises with every change of any product of this supplier, so that a list in its order can be read on
 */
public record Product(
        String sku,
        String name,
        long faceFen,
        long costFen,
        int stock,
        boolean onSale,
        String pattern,
        int passwordDigits,
        int pinDigits,
        int expiryDays,
        List<AccountField> account,
        long version,
        Instant updatedAt) {
    public boolean direct() {
        return pattern.isEmpty();
    }

    /** The form of the card numbers as a regular expression. */
    public String codeFormat() {
        return pattern.replaceAll("[?!]", "[0-9A-HJKMNP-TV-Z]");
    }

    Product changed(long newCostFen, int newStock, boolean sold, long newVersion, Instant at) {
        return new Product(
                sku,
                name,
                faceFen,
                newCostFen,
                newStock,
                sold,
                pattern,
                passwordDigits,
                pinDigits,
                expiryDays,
                account,
                newVersion,
                at);
    }

    Product taken(int units, long newVersion, Instant at) {
        return stock < 0 ? this : changed(costFen, Math.max(0, stock - units), onSale, newVersion, at);
    }
}
