package org.kameng.domain.supplier;

import jakarta.persistence.Embeddable;
import java.util.Map;
import org.kameng.domain.shared.Money;

/**
 * What is bought, from whom, and for which round of the buyer's account; written once.
 *
 * @param unitCostFen what the supplier had last told a unit costs
 */
@Embeddable
record PurchaseTerms(
        int line,
        long sourceId,
        int round,
        String supplierId,
        String supplierSku,
        boolean direct,
        int quantity,
        long unitCostFen,
        long maxCostFen) {

    static PurchaseTerms of(Source source, int line, int round, boolean direct, int quantity) {
        return new PurchaseTerms(
                line,
                source.id(),
                round,
                source.supplier().value(),
                source.supplierSku(),
                direct,
                quantity,
                source.cost().fen(),
                source.maxCost().times(quantity).fen());
    }

    SupplierId supplier() {
        return new SupplierId(supplierId);
    }

    Money maxCost() {
        return Money.ofFen(maxCostFen);
    }

    /** Units may not cost more one by one than they may together. */
    Money maxCostOf(int units) {
        return Money.ofFen(maxCostFen / quantity).times(units);
    }

    /** Units that a charge pays for, to the nearest. */
    int unitsPaidFor(Money charge) {
        var rest = charge.fen() % unitCostFen;
        var units = charge.fen() / unitCostFen + (rest >= unitCostFen - rest ? 1 : 0);
        return (int) Math.min(units, Integer.MAX_VALUE);
    }

    PurchaseRequest request(PurchaseNo no, Map<String, String> account) {
        return new PurchaseRequest(no.value(), supplierSku, direct, quantity, maxCost(), account, null);
    }
}
