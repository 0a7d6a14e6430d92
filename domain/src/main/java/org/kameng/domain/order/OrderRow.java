package org.kameng.domain.order;

import java.time.Instant;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** An order in a list. */
public record OrderRow(
        OrderNo no,
        OrderState state,
        String nameZh,
        String nameEn,
        int quantity,
        Money amount,
        SellerId seller,
        String sellerName,
        String maskedBuyer,
        Instant placedAt,
        Instant paymentDeadline,
        long version) {}
