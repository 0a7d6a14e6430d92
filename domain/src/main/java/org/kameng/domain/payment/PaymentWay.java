package org.kameng.domain.payment;

import org.jspecify.annotations.Nullable;

/**
 * A channel the buyer may pay through and its latest attempt; {@code attempt} is null until the channel was chosen,
 * {@code codeUrl} until it has answered.
 */
public record PaymentWay(
        Channel channel,
        @Nullable AttemptState attempt,
        @Nullable String codeUrl) {}
