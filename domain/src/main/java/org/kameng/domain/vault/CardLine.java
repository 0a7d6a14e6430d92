package org.kameng.domain.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A good line of an import file. */
record CardLine(
        int line,
        String normalised,
        CardContent content,
        @Nullable LocalDate expiresOn) {
    @Override
    public String toString() {
        return "CardLine[" + line + "]";
    }
}
