package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.SupplyEnd;

/**
 * What an order that stock could not fill needs next, as it stands now.
 *
 * @param purchaseNo the purchase it is about; null when there is none yet
 * @param wakeAt when to look again at the latest: the next question, the refund offer, or the end of a wait
 * @param end why nothing more is to be bought, with GIVE_UP and ENDED
 */
public record SupplyStep(
        Kind kind,
        @Nullable String purchaseNo,
        @Nullable Instant wakeAt,
        @Nullable SupplyEnd end) {
    /** The words of the process. */
    public enum Kind {
        /** Place the purchase, or ask what became of it. */
        BUY,
        /** The purchase has ended; look what is open. */
        CHOOSE,
        /** The supplier owes an answer. */
        WAIT,
        /** The supplier owes an answer, and the buyer has waited long enough to be offered the money. */
        OFFER_REFUND,
        /** The supplier owes an answer, and a person decides. */
        DECIDE,
        /** Bad goods: a person judges. */
        JUDGE,
        /** The buyer must correct the account. */
        CORRECT_ACCOUNT,
        /** Every source that could give stands behind an open fuse, and there is time to see whether one works again. */
        AWAIT_SOURCE,
        /** What is open is to be given up. */
        GIVE_UP,
        /** Nothing is open any more; {@code end} says why. */
        ENDED
    }

    /** A person's time to decide has run out. */
    boolean isCaseOver(Instant now) {
        return (kind == Kind.JUDGE || kind == Kind.DECIDE) && wakeAt != null && !now.isBefore(wakeAt);
    }

    static SupplyStep of(Kind kind, Purchase purchase, Instant wakeAt) {
        return new SupplyStep(kind, purchase.no().value(), wakeAt, null);
    }

    static SupplyStep awaitSource(Instant wakeAt) {
        return new SupplyStep(Kind.AWAIT_SOURCE, null, wakeAt, null);
    }

    static SupplyStep giveUp(SupplyEnd why) {
        return new SupplyStep(Kind.GIVE_UP, null, null, why);
    }

    static SupplyStep ended(SupplyEnd why) {
        return new SupplyStep(Kind.ENDED, null, null, why);
    }
}
