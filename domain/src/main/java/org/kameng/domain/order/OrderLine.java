package org.kameng.domain.order;

import jakarta.persistence.Embeddable;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Money;

/** One line of an order with the names and prices it was placed under. */
@Embeddable
class OrderLine {
    private String skuCode;
    private String nameZh;
    private String nameEn;
    private long faceFen;
    private long unitFen;
    private int quantity;
    private int delivered;
    private int missing;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected OrderLine() {}

    OrderLine(OfferTerms terms, int quantity) {
        this.skuCode = terms.sku().value();
        this.nameZh = terms.nameZh();
        this.nameEn = terms.nameEn();
        this.faceFen = terms.face().fen();
        this.unitFen = terms.price().fen();
        this.quantity = quantity;
    }

    void deliver(int units) {
        if (units < 0 || units > open()) throw new IllegalStateException("more units than are open");
        delivered += units;
    }

    void giveUp() {
        missing += open();
    }

    /** Neither delivered nor given up. */
    int open() {
        return quantity - delivered - missing;
    }

    SkuId sku() {
        return new SkuId(skuCode);
    }

    String nameZh() {
        return nameZh;
    }

    String nameEn() {
        return nameEn;
    }

    Money face() {
        return Money.ofFen(faceFen);
    }

    Money unit() {
        return Money.ofFen(unitFen);
    }

    int quantity() {
        return quantity;
    }

    int delivered() {
        return delivered;
    }

    int missing() {
        return missing;
    }
}
