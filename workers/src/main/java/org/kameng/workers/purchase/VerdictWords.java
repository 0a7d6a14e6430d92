package org.kameng.workers.purchase;

import org.kameng.domain.supplier.Purchases.Verdict;
import org.kameng.processes.purchase.SupplierPurchase.Verdicts;

/** What the words of the task inbox mean to the domain. */
final class VerdictWords {
    private VerdictWords() {}

    static Verdict verdict(String word) {
        return switch (word) {
            case Verdicts.ASK_ON -> Verdict.ASK_ON;
            case Verdicts.NEXT_SOURCE -> Verdict.NEXT;
            case Verdicts.GIVE_UP -> Verdict.REFUND;
            default -> throw new IllegalArgumentException("no verdict on a purchase");
        };
    }
}
