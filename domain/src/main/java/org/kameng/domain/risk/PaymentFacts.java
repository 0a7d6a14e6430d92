package org.kameng.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/**
 * What is known when a payment is confirmed; {@code failedAttempts} counts the buyer's failed attempts of the last ten
 * minutes, {@code payerIndex} is the keyed hash of the payer's id.
 */
public record PaymentFacts(
        OrderNo order,
        AccountId buyer,
        Instant accountSince,
        Money amount,
        boolean business,
        String ip,
        String device,
        byte @Nullable [] payerIndex,
        int failedAttempts,
        Instant at) {}
