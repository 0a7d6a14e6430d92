package org.kameng.domain.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/**
 * What job {@code request-payment} found. Without {@code outTradeNo} the order no longer awaits payment; with a
 * {@code codeUrl} the channel has answered before. Risk is that of the latest decision.
 */
public record AttemptStart(
        OrderNo order,
        OrderState state,
        @Nullable String outTradeNo,
        Money amount,
        Instant deadline,
        String subject,
        String subMchid,
        String payerIp,
        @Nullable String codeUrl,
        int riskScore,
        List<String> riskFlags) {}
