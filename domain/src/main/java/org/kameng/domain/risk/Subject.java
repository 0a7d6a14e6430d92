package org.kameng.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.risk.RiskRow.Stage;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;

/** An order or a payment as the rules and their memory see it. */
record Subject(
        Stage stage,
        OrderNo order,
        AccountId account,
        Instant accountSince,
        long amount,
        boolean business,
        String ip,
        byte[] ipIndex,
        byte[] deviceIndex,
        byte @Nullable [] payerIndex,
        int failedAttempts,
        @Nullable Integer buyerAge,
        Instant at) {
    @Override
    public String toString() {
        return "Subject[" + stage + " " + order + "]";
    }
}
