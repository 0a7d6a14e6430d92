package org.kameng.domain.payment;

import java.time.Instant;
import java.util.List;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** The page to pay on; {@code ways} are the channels the seller is paid through, the usual one first. */
public record PaymentPageView(
        OrderNo order,
        OrderState state,
        Money amount,
        String sellerName,
        String nameZh,
        String nameEn,
        int quantity,
        Instant deadline,
        List<PaymentWay> ways,
        boolean cancelRequested,
        long version) {}
