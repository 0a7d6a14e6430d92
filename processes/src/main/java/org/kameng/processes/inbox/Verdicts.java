package org.kameng.processes.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kameng.processes.order.OrderToDelivery;
import org.kameng.processes.purchase.SupplierPurchase;
import org.kameng.processes.refund.PaymentRefund;

/** Which decisions a task knows, the usual one first. */
final class Verdicts {
    private static final Map<String, List<String>> OF = Map.of(
            OrderToDelivery.Tasks.REVIEW_PAYMENT,
            List.of(OrderToDelivery.Verdicts.DELIVER, OrderToDelivery.Verdicts.REFUND),
            PaymentRefund.Tasks.SETTLE_REFUND_BY_HAND,
            List.of(PaymentRefund.Verdicts.SETTLED, PaymentRefund.Verdicts.RETRY));

    /** Decided where everybody sees what will happen, and above a limit by two. */
    private static final Set<String> AT_PURCHASE_DESK =
            Set.of(SupplierPurchase.Tasks.DECIDE_PURCHASE, SupplierPurchase.Tasks.JUDGE_PURCHASE);

    private Verdicts() {}

    static boolean areGivenElsewhere(String elementId) {
        return AT_PURCHASE_DESK.contains(elementId);
    }

    static List<String> of(String elementId) {
        return OF.getOrDefault(elementId, List.of());
    }
}
