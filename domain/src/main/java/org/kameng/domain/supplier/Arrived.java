package org.kameng.domain.supplier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** What a purchase has brought: so many units for the order, so many for the seller's stock, at what cost, and what was wrong with it. */
@Embeddable
class Arrived {
    private int delivered;
    private int toStock;
    private @Nullable Long costFen;

    @Enumerated(EnumType.STRING)
    private @Nullable BadGoods badGoods;

    /** False when nothing of it is new. */
    boolean more(int forOrder, int forStock, Money cost, @Nullable BadGoods bad) {
        if (forOrder + forStock == 0 && (bad == null || bad == badGoods)) return false;
        // What none of was taken in, we do not owe: a charge above the limit stays the supplier's claim.
        if (forOrder + forStock > 0) costFen = cost.fen();
        delivered += forOrder;
        toStock += forStock;
        if (bad != null) badGoods = bad;
        return true;
    }

    void first(int forOrder, int forStock, Money cost, @Nullable BadGoods bad) {
        delivered = forOrder;
        toStock = forStock;
        costFen = cost.fen();
        badGoods = bad;
    }

    int units() {
        return delivered + toStock;
    }
}
