package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Component;

/** Carries out what a person decided about a purchase. Needs the caller's transaction, with order and purchase locked. */
@Component
class StaffVerdicts {
    private static final Duration ANOTHER_DAY = Duration.ofDays(1);

    private final SupplyBook orders;
    private final AuditLog audit;
    private final Clock clock;

    StaffVerdicts(SupplyBook orders, AuditLog audit, Clock clock) {
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    void carryOut(Actor by, Wanted order, Purchase purchase, Purchases.Verdict verdict, String reason, Instant at) {
        if (!by.isSystem()) by.require(Role.OPERATOR);
        if (!applies(order, purchase, verdict, at)) return;
        orders.touch(order.no());
        audit.record(
                by,
                "purchase.decided",
                "order",
                order.no().value(),
                Map.of("purchaseNo", purchase.no().value(), "verdict", verdict.name(), "reason", reason));
    }

    private boolean applies(Wanted order, Purchase purchase, Purchases.Verdict verdict, Instant at) {
        // A verdict on an earlier question, of this purchase or of the one before, is no answer to this one.
        if (at.isBefore(purchase.caseSince())) return false;
        var now = clock.instant();
        return switch (verdict) {
            // Counted from the decision: carried out twice it is the same day.
            case ASK_ON -> purchase.askedOnUntil(at.plus(ANOTHER_DAY), now);
            case NEXT ->
                purchase.judged(verdict.name(), now)
                        || purchase.failed(PurchaseReply.Reason.OTHER, "NOT_PLACED_SAYS_STAFF", now);
            case REFUND -> {
                var judged = purchase.judged(verdict.name(), now);
                yield orders.end(order.no(), SupplyEnd.DECIDED, now) || judged;
            }
        };
    }
}
