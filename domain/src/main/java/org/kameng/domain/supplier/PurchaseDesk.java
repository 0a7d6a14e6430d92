package org.kameng.domain.supplier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/**
 * Purchases that do not come to their end by themselves, for the people who look after them. OPERATOR and AUDITOR look, OPERATOR
 * decides. What is decided is carried out in the same transaction; the process follows, also when the broker is away now.
 */
public interface PurchaseDesk {
    /** Unclear ones first, then bad goods, then what takes long, then what came in part; the oldest of each first. */
    Slice<DeskRow> list(Actor staff, DeskFilter filter, PageRequest page);

    DeskCounts count(Actor staff);

    /** One purchase with what may be done about it; NOT_FOUND. */
    View view(Actor staff, String purchaseNo);

    /**
     * Decides, or above the limit proposes to a second operator. PREVIEW_STALE when what the person saw is not what would happen
     * now, PROPOSAL_WAITS when another proposal has not been answered, REASON_REQUIRED, FOUR_EYES for the buyer's own order.
     * The same decision again answers the same.
     */
    Result decide(Actor operator, String purchaseNo, Wish wish);

    /** The second operator agrees, on the very preview that was proposed. FOUR_EYES for who proposed, PREVIEW_STALE. */
    Result confirm(Actor operator, long decision);

    /** Anybody but the buyer may decline, who proposed it too; needs a reason. */
    void decline(Actor operator, long decision, String reason);

    /** What was carried out, for whoever tells the process. */
    Optional<Given> given(long decision);

    /** What is wanted, on which state, and why. */
    record Wish(DeskAct act, String token, String reason) {
        public static final int MAX_REASON = 500;
    }

    /** What became of a wish. */
    enum Result {
        DONE,
        /** A second operator must confirm. */
        PROPOSED
    }

    /**
     * Everything on one page.
     *
     * @param previews one for each act that is possible now, in the order they are usually thought of
     * @param standing the proposal that waits for a second person
     * @param standingStale the proposal was made on another state: it can only be declined or replaced
     * @param decisions the latest 50, newest first
     */
    record View(
            DeskRow row,
            int open,
            List<PurchasePreview> previews,
            @Nullable PurchaseDecision standing,
            boolean standingStale,
            List<PurchaseDecision> decisions) {
        public View {
            previews = List.copyOf(previews);
            decisions = List.copyOf(decisions);
        }
    }

    /** A decision that was carried out, by the person who had the last word. */
    record Given(Actor by, PurchaseView purchase, DeskAct act, String reason) {}
}
