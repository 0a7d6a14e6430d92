package org.kameng.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** The page with the QR code; {@code codeUrl} is null until the channel has answered. */
public record PaymentPageView(
        OrderNo order,
        OrderState state,
        Money amount,
        String sellerName,
        String nameZh,
        String nameEn,
        int quantity,
        Instant deadline,
        @Nullable AttemptState attempt,
        @Nullable String codeUrl,
        boolean cancelRequested,
        long version) {}
