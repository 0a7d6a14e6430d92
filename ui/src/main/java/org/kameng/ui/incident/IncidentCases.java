package org.kameng.ui.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Service;

/** Finds the order an incident is about: its number is that of the order itself or of a refund. */
@Service
class IncidentCases {
    private final OrderService orders;
    private final Refunds refunds;

    IncidentCases(OrderService orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /** Empty for a number that is no order's: a process started by hand, or a number of another kind. */
    Optional<OrderView> order(Actor staff, @Nullable String businessNo) {
        if (businessNo == null) return Optional.empty();
        try {
            var no = refunds.find(businessNo).map(RefundView::order).orElseGet(() -> new OrderNo(businessNo));
            return Optional.of(orders.view(staff, no));
        } catch (DomainException unknown) {
            if (unknown.code() == ErrorCode.NOT_FOUND) return Optional.empty();
            throw unknown;
        }
    }
}
