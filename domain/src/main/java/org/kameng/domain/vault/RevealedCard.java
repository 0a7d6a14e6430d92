package org.kameng.domain.vault;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An opened card. Lives as long as the screen that shows it; never logged, never stored. */
public record RevealedCard(
        long cardId,
        String number,
        @Nullable String password,
        @Nullable String url,
        @Nullable String pin,
        @Nullable LocalDate expiresOn,
        Instant firstRevealedAt) {
    @Override
    public String toString() {
        return "RevealedCard[" + cardId + "]";
    }
}
