package org.kameng.domain.order;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.shared.Money;

/** With whom and for how much, as it stood when the order was placed. */
@Embeddable
record OrderDeal(
        String sellerId, String subMchid, @Nullable String smid, long amountFen, int commissionBp, long priceVersion) {

    static OrderDeal of(OfferTerms terms, int quantity) {
        return new OrderDeal(
                terms.seller().value(),
                terms.subMchid(),
                terms.smid(),
                terms.price().times(quantity).fen(),
                terms.commissionBp(),
                terms.priceVersion());
    }

    Money amount() {
        return Money.ofFen(amountFen);
    }
}
