package org.kameng.processes.inbox;

import org.jspecify.annotations.Nullable;
import org.kameng.processes.refund.PaymentRefund;

/**
 * What a person decided and why; the reason is kept for the record and never travels to the engine.
 *
 * @param transfer the bank's reference of money that left outside every channel; null where none did
 */
public record Decision(
        String verdict, String reason, @Nullable String transfer) {
    public static final int MAX_REASON = 500;
    public static final int MAX_TRANSFER = 60;

    public Decision {
        reason = reason.strip();
        transfer = transfer == null || transfer.isBlank() ? null : transfer.strip();
    }

    public Decision(String verdict, String reason) {
        this(verdict, reason, null);
    }

    /** Whether the verdict says that money left by hand, which needs its proof. */
    public static boolean needsTransfer(String elementId, String verdict) {
        return elementId.equals(PaymentRefund.Tasks.SETTLE_REFUND_BY_HAND)
                && verdict.equals(PaymentRefund.Verdicts.SETTLED);
    }
}
