package org.kameng.domain.risk;

import java.time.Instant;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** What is known when a payment is confirmed. */
public record PaymentFacts(
        OrderNo order,
        AccountId buyer,
        Instant accountSince,
        Money amount,
        boolean business,
        String ip,
        String device,
        byte[] payerIndex,
        Instant at) {}
