package org.kameng.domain.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/**
 * What was found by whoever asks a channel for a code. Without {@code outTradeNo} the order no longer awaits payment; with a
 * {@code codeUrl} the channel has answered before. Risk is that of the latest decision.
 */
public record AttemptStart(
        OrderNo order,
        OrderState state,
        Channel channel,
        @Nullable String outTradeNo,
        Money amount,
        Instant deadline,
        String subject,
        String subMchid,
        String payerIp,
        @Nullable String codeUrl,
        int riskScore,
        List<String> riskFlags) {}
