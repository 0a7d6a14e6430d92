package org.kameng.workers.supplier;

import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierGateway.Answer;

/** Our words for outcomes, as records and meters carry them. */
final class Outcomes {
    private Outcomes() {}

    static String of(PurchaseReply reply, PurchaseRequest request) {
        return switch (reply) {
            case PurchaseReply.Processing processing -> "PROCESSING";
            case PurchaseReply.Finished finished -> finished.delivered() < request.quantity() ? "PARTIAL" : "SUCCEEDED";
            case PurchaseReply.Failed failed -> "FAILED:" + failed.reason();
            case PurchaseReply.CancelRefused refused -> "REFUSED:" + refused.code();
            case PurchaseReply.NotFound none -> "NOT_FOUND";
            case PurchaseReply.Unknown unknown -> "UNKNOWN:" + unknown.code();
        };
    }

    static <T> String of(Answer<T> answer) {
        return switch (answer) {
            case Answer.Known<T> known -> "OK";
            case Answer.Unknown<T> unknown -> "UNKNOWN:" + unknown.code();
        };
    }
}
