package org.kameng.domain.payment;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.ledger.Institution;
import org.kameng.domain.order.OrderBook;

/** A licensed institution that moves money. */
public enum Channel {
    WECHAT(Institution.WECHAT),
    ALIPAY(Institution.ALIPAY);

    private final Institution institution;

    Channel(Institution institution) {
        this.institution = institution;
    }

    Institution institution() {
        return institution;
    }

    /** The seller's number there, null where it has none. */
    @Nullable
    String merchant(OrderBook.Payable order) {
        return switch (this) {
            case WECHAT -> order.subMchid();
            case ALIPAY -> order.smid();
        };
    }
}
