package org.kameng.domain.vault;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An opened card; {@code firstRevealedAt} is null while only staff has looked. Lives as long as the screen that shows it; never logged, never stored. */
public record RevealedCard(
        long cardId,
        String number,
        @Nullable String password,
        @Nullable String url,
        @Nullable String pin,
        @Nullable LocalDate expiresOn,
        @Nullable Instant firstRevealedAt) {
    @Override
    public String toString() {
        return "RevealedCard[" + cardId + "]";
    }
}
