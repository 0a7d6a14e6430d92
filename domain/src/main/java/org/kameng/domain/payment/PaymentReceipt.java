package org.kameng.domain.payment;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.OrderNo;

/** What a statement of the channel did to us. Whatever it is, it is stored: the channel may be answered "received". */
public sealed interface PaymentReceipt {
    /** The order is paid by this. */
    record Confirmed(OrderNo order) implements PaymentReceipt {}

    /** We knew; nothing changed. */
    record Duplicate(OrderNo order) implements PaymentReceipt {}

    /** The order was closed before; the money goes back by itself. */
    record Late(OrderNo order, String refundNo) implements PaymentReceipt {}

    /** The order was paid by another payment; this one goes back by itself. */
    record Double(OrderNo order, String refundNo) implements PaymentReceipt {}

    /** Something does not fit; an alarm is raised and the order is untouched. */
    record Suspicious(@Nullable OrderNo order, Why why) implements PaymentReceipt {}

    /** What did not fit. */
    enum Why {
        WRONG_AMOUNT,
        WRONG_CURRENCY,
        WRONG_MERCHANT,
        UNKNOWN_ORDER
    }
}
