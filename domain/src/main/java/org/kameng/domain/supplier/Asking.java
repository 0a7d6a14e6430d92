package org.kameng.domain.supplier;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a supplier is asked about a purchase, and what its "never heard of it" proves. */
@Embeddable
class Asking {
    private int asked;
    private Instant askAt;
    private @Nullable Instant notFoundAt;
    private @Nullable Instant alertedAt;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Asking() {}

    Asking(Instant first) {
        this.askAt = first;
    }

    void at(Instant next) {
        askAt = next;
    }

    /** In the published rhythm. */
    void inRhythm(Instant at) {
        askAt = PurchaseRules.nextQuestion(asked++, at);
    }

    void again(Duration after, Instant at) {
        askAt = at.plus(after);
        asked++;
    }

    void found() {
        notFoundAt = null;
    }

    /** Whether "not found", said now, proves that the request was never taken: twice, and of a time well after it. */
    boolean notFoundProves(Instant sentAt, @Nullable Instant seenUntil, Instant at) {
        var beyond = seenUntil != null && seenUntil.isAfter(sentAt.plus(PurchaseRules.SEEN_BEYOND));
        var twice = notFoundAt != null && !at.isBefore(notFoundAt.plus(PurchaseRules.NOT_FOUND_APART));
        if (notFoundAt == null) notFoundAt = at;
        return beyond && twice;
    }

    boolean alert(Instant sentAt, Instant at) {
        if (alertedAt != null || at.isBefore(sentAt.plus(PurchaseRules.ALERT))) return false;
        alertedAt = at;
        return true;
    }

    Instant at() {
        return askAt;
    }
}
