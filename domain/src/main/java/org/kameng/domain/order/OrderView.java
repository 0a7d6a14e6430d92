package org.kameng.domain.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** Everything an order page shows. {@code version} rises with every visible change. */
public record OrderView(
        OrderNo no,
        OrderState state,
        AccountId buyer,
        SellerId seller,
        String sellerName,
        Money amount,
        Money refunded,
        List<OrderLineView> lines,
        List<OrderEvent> events,
        Instant placedAt,
        Instant paymentDeadline,
        @Nullable Instant paidAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable String closeReason,
        @Nullable String holdReason,
        boolean cancelRequested,
        String noReturnTextVersion,
        Instant noReturnAckAt,
        String ruleVersion,
        long version) {}
