package org.kameng.domain.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferId;

/**
 * How far an import is.
 *
 * @param imported lines brought in so far; they are stock only once the state is IMPORTED
 * @param report what came of it, null until it ended
 * @param version for the change feed under the kind {@code card-import}
 */
public record ImportStatus(
        UUID token,
        OfferId offer,
        String fileName,
        String fileSha256,
        State state,
        int lines,
        int imported,
        @Nullable ImportReport report,
        Instant changedAt,
        long version) {
    /** Texts in bundles under {@code import.state.<STATE>}. */
    public enum State {
        PREVIEWED,
        RUNNING,
        IMPORTED,
        /** Something came between preview and import, for example the same cards by another file: nothing was imported. */
        REFUSED,
        LEFT
    }
}
