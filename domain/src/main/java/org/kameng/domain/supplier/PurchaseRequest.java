package org.kameng.domain.supplier;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * What to buy.
 *
 * @param purchaseNo our number and the idempotency key, 8 to 64 of {@code [0-9A-Za-z_-]}
 * @param quantity 1 to 100
 * @param maxCost what all units together may cost at most
 * @param account the fields of a direct top-up by the names of the product's account schema, empty for cards; personal, never printed
 * @param notifyUrl where the supplier may push the end; null where its protocol has no door with us
 */
public record PurchaseRequest(
        String purchaseNo,
        String supplierSku,
        boolean direct,
        int quantity,
        Money maxCost,
        Map<String, String> account,
        @Nullable URI notifyUrl) {
    static final int MOST = 100;

    public PurchaseRequest {
        if (!purchaseNo.matches("[0-9A-Za-z_-]{8,64}")) throw new IllegalArgumentException("not a purchase number");
        if (quantity < 1 || quantity > MOST) throw new IllegalArgumentException("quantity is 1 to 100");
        account = Map.copyOf(account);
    }

    public PurchaseRequest toldAt(@Nullable URI door) {
        return new PurchaseRequest(purchaseNo, supplierSku, direct, quantity, maxCost, account, door);
    }

    @Override
    public String toString() {
        return "PurchaseRequest[" + purchaseNo + " " + supplierSku + " x" + quantity + "]";
    }
}
