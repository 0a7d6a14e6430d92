package org.kameng.domain.supplier;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.supplier.SupplyStep.Kind;

/** Reads off an order and its purchase what comes next. All times count from the payment, so a road walked again is not longer. */
final class Steps {
    private Steps() {}

    /** Why nothing needs to be bought, when that is so. */
    static Optional<SupplyStep> ended(Wanted order) {
        if (order.awaitsSupply()) {
            return order.refundAccepted()
                    ? Optional.of(SupplyStep.giveUp(SupplyEnd.REFUND_ACCEPTED))
                    : Optional.empty();
        }
        var end = order.end();
        if (end != null) return Optional.of(SupplyStep.ended(end));
        return Optional.of(
                SupplyStep.ended(order.state() == OrderState.DELIVERED ? SupplyEnd.SUPPLIED : SupplyEnd.REFUNDED));
    }

    static SupplyStep of(Wanted order, Purchase purchase, Instant now) {
        var ended = ended(order);
        if (ended.isPresent()) return ended.get();
        if (purchase.needsJudging()) return SupplyStep.of(Kind.JUDGE, purchase, decideBy(purchase));
        if (owesTheRest(purchase, now)) return waiting(order, purchase, purchase.askAt(), now);
        if (!purchase.state().isOpen()) return SupplyStep.of(Kind.CHOOSE, purchase, now);
        if (purchase.isDue(now)) return SupplyStep.of(Kind.DECIDE, purchase, decideBy(purchase));
        return waiting(order, purchase, min(purchase.askAt(), purchase.decideAt()), now);
    }

    private static SupplyStep waiting(Wanted order, Purchase purchase, Instant until, Instant now) {
        var offerAt = after(order, PurchaseRules.OFFER_REFUND);
        if (order.refundOffered()) return SupplyStep.of(Kind.WAIT, purchase, until);
        if (!now.isBefore(offerAt)) return SupplyStep.of(Kind.OFFER_REFUND, purchase, now);
        return SupplyStep.of(Kind.WAIT, purchase, min(until, offerAt));
    }

    /** A top-up that came in part: what the supplier may still add cannot be taken back, so it is not bought elsewhere before. */
    static boolean owesTheRest(Purchase purchase, Instant now) {
        return purchase.terms().direct() && purchase.mayGrow(now);
    }

    static Instant after(Wanted order, Duration time) {
        return Objects.requireNonNull(order.paidAt(), "bought for before it was paid")
                .plus(time);
    }

    /** A person has a day; silence gives the buyer the money back. */
    static Instant decideBy(Purchase purchase) {
        return purchase.decideAt().plus(PurchaseRules.ANOTHER_DAY);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
