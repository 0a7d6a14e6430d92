package org.kameng.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** One attempt as staff and the owner see it. */
public record PaymentView(
        String outTradeNo,
        Channel channel,
        AttemptState state,
        Money amount,
        Instant createdAt,
        Instant deadline,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        @Nullable String failure) {}
