package org.kameng.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** What is known when an order is placed; {@code buyerAge} in years is null until real-name verification tells it. */
public record OrderFacts(
        OrderNo order,
        AccountId buyer,
        Instant accountSince,
        Money amount,
        boolean business,
        String ip,
        String device,
        @Nullable Integer buyerAge,
        Instant at) {}
