package org.kameng.domain.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** The facts gateways and reconcilers need. */
public record OrderFactsView(
        OrderNo no,
        OrderState state,
        Money amount,
        Instant paymentDeadline,
        boolean cancelRequested,
        @Nullable String closeReason,
        int riskScore,
        List<String> riskFlags,
        int delivered,
        int missing) {}
