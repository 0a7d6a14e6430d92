package org.kameng.workers.supplier;

import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;

/** What KSP/1 says to a wish to take an order back. */
final class KspCancels {
    private KspCancels() {}

    static PurchaseReply answer(Document said, PurchaseRequest request, String cancelNo) {
        if (!cancelNo.equals(said.optional("cancelNo")) || !request.purchaseNo().equals(said.optional("orderNo"))) {
            throw new Unclear("ANSWER_OF_ANOTHER_ORDER");
        }
        return switch (said.text("status")) {
            case "AGREED" -> PurchaseReply.Failed.cancelled();
            case "REFUSED" -> new PurchaseReply.CancelRefused("REFUSED");
            case "PENDING" -> throw new Unclear("CANCEL_PENDING");
            default -> throw new Unclear("NEW_STATUS");
        };
    }

    /** An order that is not there cannot be taken back, which does not prove that it never was; a conflict says nothing. */
    static PurchaseReply refused(Document answer) {
        if (answer.text("code").equals("ORDER_NOT_FOUND")) return KspOrders.unanswered(answer);
        return switch (KspOrders.refused(answer)) {
            case PurchaseReply.Failed failed
            when failed.reason() != PurchaseReply.Reason.IDEMPOTENCY_CONFLICT ->
                new PurchaseReply.CancelRefused(failed.code());
            case PurchaseReply other -> throw new Unclear("CANCEL_UNCLEAR");
        };
    }

    /** A unit was used: the supplier's reason not to take it back. */
    static boolean isUsed(Document evidence) {
        return evidence.list("items").stream().anyMatch(item -> "USED".equals(item.text("redeemStatus")));
    }
}
