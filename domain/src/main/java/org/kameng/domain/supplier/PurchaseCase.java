package org.kameng.domain.supplier;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people wanted of a purchase: a verdict on bad goods, or that the supplier takes it back. */
@Embeddable
class PurchaseCase {
    private @Nullable Instant judgedAt;
    private @Nullable String verdict;
    private int cancels;
    private boolean cancelWanted;
    private @Nullable String cancelRefused;

    void judged(String decision, Instant at) {
        judgedAt = at;
        verdict = decision;
    }

    boolean isJudged() {
        return judgedAt != null;
    }

    /** A wish that was refused may be made again: under another number, for the supplier answers the same to the same. */
    void wantBack() {
        if (cancelWanted) return;
        cancelWanted = true;
        cancels++;
    }

    void refused(String code) {
        cancelWanted = false;
        cancelRefused = code;
    }

    boolean isWantedBack() {
        return cancelWanted;
    }

    int cancels() {
        return cancels;
    }

    String cancelNo(PurchaseNo of) {
        return of.value() + "-C" + cancels;
    }
}
