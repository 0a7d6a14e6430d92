package org.kameng.workers.supplier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SuppliedItem;

/** What orders, states and codes of the goods source standard mean to us. */
final class GoofishOrders {
    static final long NO_PRODUCT = 1100;
    private static final long NO_ORDER = 1200;

    private GoofishOrders() {}

    static PurchaseReply order(Document order, PurchaseRequest request) {
        if (!request.purchaseNo().equals(order.optional("order_no"))) {
            throw new Unclear("ANSWER_OF_ANOTHER_ORDER");
        }
        var quantity = order.node().path("buy_quantity");
        if (quantity.isNumber() && quantity.asInt() != request.quantity()) {
            return new PurchaseReply.Failed(Reason.IDEMPOTENCY_CONFLICT, "OTHER_CONTENT");
        }
        var theirs = order.label("out_order_no");
        return switch (order.count("order_status")) {
            case 10 -> new PurchaseReply.Processing(theirs);
            case 20 -> {
                var items = cards(order.list("card_items"));
                if (items.size() > request.quantity()) {
                    throw new Unclear("MORE_THAN_ORDERED");
                }
                var sku = order.optional("goods_no");
                yield new PurchaseReply.Finished(
                        theirs,
                        sku == null ? request.supplierSku() : sku,
                        request.direct() ? request.quantity() : items.size(),
                        order.fen("order_amount"),
                        items);
            }
            case 30 -> new PurchaseReply.Failed(FailWords.reason(order.optional("remark")), "GOOFISH_30");
            default -> throw new Unclear("NEW_STATUS");
        };
    }

    /** A code without a number of its own stands where others have the password. */
    private static List<SuppliedItem> cards(List<Document> cards) {
        var items = new ArrayList<SuppliedItem>();
        for (var card : cards) {
            int seq = items.size() + 1;
            var number = card.optional("card_no");
            var password = card.optional("card_pwd");
            if (password == null) {
                items.add(new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.UNREADABLE));
            } else if (number == null) {
                items.add(new SuppliedItem.Card(seq, password, null, null, null, null));
            } else {
                items.add(new SuppliedItem.Card(seq, number, password, null, null, null));
            }
        }
        return items;
    }

    /**
     * An order that was not taken.
     *
     * @param words for the one code that covers every fault of the request
     */
    static PurchaseReply refused(long code, @Nullable String words) {
        var name = "GOOFISH_" + code;
        return switch (Math.toIntExact(code)) {
            case 1100, 1101 -> new PurchaseReply.Failed(Reason.OFF_SALE, name);
            case 1102 -> new PurchaseReply.Failed(Reason.OUT_OF_STOCK, name);
            case 1201 -> new PurchaseReply.Failed(FailWords.reason(words), name);
            case 1202 -> new PurchaseReply.Failed(Reason.COST_EXCEEDED, name);
            case 1203 -> new PurchaseReply.Failed(Reason.IDEMPOTENCY_CONFLICT, name);
            case 1204 -> new PurchaseReply.Failed(Reason.INSUFFICIENT_BALANCE, name);
            // 1209 is a time-out on their side; a code that we do not know may mean anything, even that it was charged.
            default -> throw unclear(code);
        };
    }

    /** A refused question says nothing about the order, unless it is that there is none. */
    static PurchaseReply unanswered(long code) {
        if (code == NO_ORDER) {
            return new PurchaseReply.NotFound(null);
        }
        throw unclear(code);
    }

    private static Unclear unclear(long code) {
        return new Unclear(
                switch (Math.toIntExact(code)) {
                    case 401, 403 -> "SIGNATURE_REFUSED";
                    case 408 -> "CLOCK_OFF";
                    default -> "GOOFISH_" + code;
                });
    }
}
