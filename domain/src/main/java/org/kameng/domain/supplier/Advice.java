package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the house would do about a purchase, and why. A person decides. */
public record Advice(DeskAct act, Why why) {
    /** Words under {@code advice.why.<WHY>}. */
    public enum Why {
        /** Young: it is asked about by itself, and the buyer is within the promised half hour. */
        STILL_YOUNG,
        /** The buyer may have the money by now; the supplier can be asked to take it back. */
        LONG_AND_CANCELS,
        /** The same, where the supplier cannot be asked that or has refused it. */
        LONG,
        /** A day has passed, and the supplier can be asked to take it back. */
        DUE_AND_CANCELS,
        DUE,
        /** The supplier has not said yet whether it takes it back. */
        WANTED_BACK,
        /** The buyer has the money: what comes is only stock, so it better goes back. */
        ORDER_OVER_AND_CANCELS,
        ORDER_OVER,
        BAD_AND_OTHER_SOURCE,
        BAD_AND_NO_SOURCE,
        REST_MAY_COME
    }

    static @Nullable Advice of(DeskRow row, Instant now) {
        return switch (row.purchase().state()) {
            case INTENDED, PROCESSING, UNKNOWN -> ofOpen(row, now);
            case BAD_GOODS -> ofBad(row);
            case PARTIAL -> row.nextTry() == null ? null : new Advice(DeskAct.ASK, Why.REST_MAY_COME);
            case SUCCEEDED, FAILED -> null;
        };
    }

    private static @Nullable Advice ofBad(DeskRow row) {
        if (!row.awaited() || row.purchase().verdict() != null) return null;
        return row.otherSource()
                ? new Advice(DeskAct.NEXT, Why.BAD_AND_OTHER_SOURCE)
                : new Advice(DeskAct.REFUND, Why.BAD_AND_NO_SOURCE);
    }

    private static Advice ofOpen(DeskRow row, Instant now) {
        if (row.wantedBack()) return new Advice(DeskAct.ASK, Why.WANTED_BACK);
        var cancels = mayCancel(row);
        if (!row.awaited())
            return cancels
                    ? new Advice(DeskAct.CANCEL, Why.ORDER_OVER_AND_CANCELS)
                    : new Advice(DeskAct.ASK, Why.ORDER_OVER);
        if (!now.isBefore(row.purchase().decideAt()))
            return cancels ? new Advice(DeskAct.CANCEL, Why.DUE_AND_CANCELS) : new Advice(DeskAct.REFUND, Why.DUE);
        if (!row.refundOffered()) return new Advice(DeskAct.ASK, Why.STILL_YOUNG);
        return cancels ? new Advice(DeskAct.CANCEL, Why.LONG_AND_CANCELS) : new Advice(DeskAct.ASK, Why.LONG);
    }

    // A supplier takes back what it has sold, not what it is still working on, and no top-up that may have been made.
    // A second wish is the person's own idea.
    private static boolean mayCancel(DeskRow row) {
        return row.protocol().cancels()
                && !row.direct()
                && row.cancelRefused() == null
                && row.purchase().state() == PurchaseState.UNKNOWN;
    }
}
