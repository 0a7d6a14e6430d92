package org.kameng.domain.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;

/**
 * What an operator decided about a purchase, or proposes to a second one.
 *
 * @param decidedName who confirmed or declined; where one person suffices, the same as who proposed
 */
public record PurchaseDecision(
        long id,
        String purchaseNo,
        DeskAct act,
        String token,
        String reason,
        Money atStake,
        State state,
        AccountId proposedBy,
        String proposedName,
        Instant proposedAt,
        @Nullable AccountId decidedBy,
        @Nullable String decidedName,
        @Nullable String decidedReason,
        @Nullable Instant decidedAt) {
    /** Where it stands. */
    public enum State {
        /** Waits for a second operator. */
        PROPOSED,
        DONE,
        DECLINED,
        /** The purchase moved on, or somebody decided otherwise. */
        OVERTAKEN
    }
}
