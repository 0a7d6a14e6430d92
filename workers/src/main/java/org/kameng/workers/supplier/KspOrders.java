package org.kameng.workers.supplier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseRequest;

/** What KSP/1's orders, states and codes mean to us. */
final class KspOrders {
    /** Our code for an order that is shown as taken back. */
    static final String CANCELLED = "CANCELLED";

    private KspOrders() {}

    /** An order that the supplier shows. */
    static PurchaseReply order(Document order, PurchaseRequest request, String cardKey) {
        if (!request.purchaseNo().equals(order.optional("orderNo"))) {
            throw new Unclear("ANSWER_OF_ANOTHER_ORDER");
        }
        var theirs = order.label("supplierOrderNo");
        return switch (order.text("status")) {
            case "ACCEPTED", "PROCESSING" -> new PurchaseReply.Processing(theirs);
            case "SUCCEEDED", "PARTIAL" -> finished(order, theirs, request, cardKey);
            case "FAILED" -> failed(order.optional("failCode"));
            // Delivered and taken back at somebody's wish: neither a delivery nor a failure that was never charged.
            case "CANCELLED" -> throw new Unclear(CANCELLED);
            default -> throw new Unclear("NEW_STATUS");
        };
    }

    private static PurchaseReply finished(
            Document order, @Nullable String theirs, PurchaseRequest request, String cardKey) {
        int delivered = order.count("deliveredQty");
        if (delivered < 0 || delivered > request.quantity()) {
            throw new Unclear("MORE_THAN_ORDERED");
        }
        var sku = order.optional("sku");
        return new PurchaseReply.Finished(
                theirs,
                sku == null ? request.supplierSku() : sku,
                delivered,
                order.fen("costFen"),
                KspCards.open(order.list("items"), request, cardKey));
    }

    /** An order that was not taken. A code beside the published ones, and our own proof not accepted, say nothing about it. */
    static PurchaseReply refused(Document answer) {
        var code = answer.text("code");
        return switch (code) {
            case "OUT_OF_STOCK",
                    "SKU_OFF",
                    "SKU_NOT_FOUND",
                    "COST_EXCEEDED",
                    "INSUFFICIENT_BALANCE",
                    "ACCOUNT_INVALID",
                    "REGION_NOT_SUPPORTED",
                    "IDEMPOTENCY_CONFLICT",
                    "FORBIDDEN" -> failed(code);
            default -> throw unclear(code);
        };
    }

    /** A refused question says nothing about the order, unless it is that there is none. */
    static PurchaseReply unanswered(Document answer) {
        var code = answer.text("code");
        if (code.equals("ORDER_NOT_FOUND")) {
            return new PurchaseReply.NotFound(time(answer.optional("seenUntil")));
        }
        throw unclear(code);
    }

    private static Unclear unclear(String code) {
        return new Unclear(code.equals("BAD_SIGNATURE") ? "SIGNATURE_REFUSED" : Codes.clean(code));
    }

    private static PurchaseReply failed(@Nullable String code) {
        var reason = switch (code == null ? "" : code) {
            case "OUT_OF_STOCK" -> Reason.OUT_OF_STOCK;
            case "SKU_OFF", "SKU_NOT_FOUND" -> Reason.OFF_SALE;
            case "COST_EXCEEDED" -> Reason.COST_EXCEEDED;
            case "INSUFFICIENT_BALANCE" -> Reason.INSUFFICIENT_BALANCE;
            case "ACCOUNT_INVALID" -> Reason.ACCOUNT_INVALID;
            case "REGION_NOT_SUPPORTED" -> Reason.REGION_NOT_SUPPORTED;
            case "IDEMPOTENCY_CONFLICT" -> Reason.IDEMPOTENCY_CONFLICT;
            default -> Reason.OTHER;
        };
        return new PurchaseReply.Failed(reason, code == null ? "NO_CODE" : Codes.clean(code));
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
