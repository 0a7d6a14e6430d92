package org.kameng.processes.inbox;

import java.util.List;
import java.util.Map;
import org.kameng.processes.order.OrderToDelivery;
import org.kameng.processes.purchase.SupplierPurchase;
import org.kameng.processes.refund.PaymentRefund;

/** Which decisions a task knows, the usual one first. */
final class Verdicts {
    private static final Map<String, List<String>> OF = Map.of(
            OrderToDelivery.Tasks.REVIEW_PAYMENT,
            List.of(OrderToDelivery.Verdicts.DELIVER, OrderToDelivery.Verdicts.REFUND),
            PaymentRefund.Tasks.SETTLE_REFUND_BY_HAND,
            List.of(PaymentRefund.Verdicts.SETTLED, PaymentRefund.Verdicts.RETRY),
            SupplierPurchase.Tasks.DECIDE_PURCHASE,
            List.of(
                    SupplierPurchase.Verdicts.ASK_ON,
                    SupplierPurchase.Verdicts.NEXT_SOURCE,
                    SupplierPurchase.Verdicts.GIVE_UP),
            SupplierPurchase.Tasks.JUDGE_PURCHASE,
            List.of(SupplierPurchase.Verdicts.NEXT_SOURCE, SupplierPurchase.Verdicts.GIVE_UP));

    private Verdicts() {}

    static List<String> of(String elementId) {
        return OF.getOrDefault(elementId, List.of());
    }
}
