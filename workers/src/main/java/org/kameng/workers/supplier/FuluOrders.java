package org.kameng.workers.supplier;

import java.util.List;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseRequest;

/** What orders, states and codes in the style of 福禄 mean to us. The codes are our simulator's: the list is not public. */
final class FuluOrders {
    static final long SIGNATURE = 1002;
    static final long STALE = 1003;
    static final long NO_PRODUCT = 2101;
    private static final long NO_ORDER = 2109;

    private FuluOrders() {}

    static PurchaseReply order(Document order, PurchaseRequest request, List<String> secrets) {
        if (!request.purchaseNo().equals(order.optional("customer_order_no"))) {
            throw new Unclear("ANSWER_OF_ANOTHER_ORDER");
        }
        if (order.number("buy_num") != request.quantity()) {
            return new PurchaseReply.Failed(Reason.IDEMPOTENCY_CONFLICT, "OTHER_CONTENT");
        }
        var theirs = order.label("order_id");
        return switch (order.text("order_state")) {
            case "untreated", "processing" -> new PurchaseReply.Processing(theirs);
            case "success" -> {
                var items = FuluCards.open(order.list("cards"), secrets);
                if (items.size() > request.quantity()) {
                    throw new Unclear("MORE_THAN_ORDERED");
                }
                // There is no state for a part: the cards say how many there are.
                int delivered = request.direct() ? request.quantity() : items.size();
                yield new PurchaseReply.Finished(
                        theirs, order.text("product_id"), delivered, order.yuan("order_price"), items);
            }
            case "failed" ->
                new PurchaseReply.Failed(FailWords.reason(order.optional("recharge_description")), "failed");
            default -> throw new Unclear("NEW_STATUS");
        };
    }

    /** A refused question says nothing about the order, unless it is that there is none. */
    static PurchaseReply unanswered(long code) {
        if (code == NO_ORDER) {
            return new PurchaseReply.NotFound(null);
        }
        throw new Unclear(name(code));
    }

    private static String name(long code) {
        return "FULU_" + code;
    }

    /** An order that was not taken. */
    static PurchaseReply refused(long code) {
        var name = name(code);
        return switch (Math.toIntExact(code)) {
            case 1001 -> new PurchaseReply.Failed(Reason.OTHER, name);
            case 2101, 2102 -> new PurchaseReply.Failed(Reason.OFF_SALE, name);
            case 2103 -> new PurchaseReply.Failed(Reason.OUT_OF_STOCK, name);
            case 2104 -> new PurchaseReply.Failed(Reason.INSUFFICIENT_BALANCE, name);
            case 2105 -> new PurchaseReply.Failed(Reason.COST_EXCEEDED, name);
            case 2106 -> new PurchaseReply.Failed(Reason.ACCOUNT_INVALID, name);
            case 2107 -> new PurchaseReply.Failed(Reason.REGION_NOT_SUPPORTED, name);
            case 2108 -> new PurchaseReply.Failed(Reason.IDEMPOTENCY_CONFLICT, name);
            // 1004 asks for patience; a code that we do not know may mean anything, even that it was charged.
            default -> throw new Unclear(name);
        };
    }
}
