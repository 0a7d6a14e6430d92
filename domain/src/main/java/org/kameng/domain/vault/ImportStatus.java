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
 * @param failure why the last try broke off, null if none did
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
        @Nullable Failure failure,
        Instant changedAt,
        long version) {
    /** Texts in bundles under {@code import.state.<STATE>}. */
    public enum State {
        PREVIEWED,
        RUNNING,
        /** Broke off too often to be tried again by itself; the file waits for a person to start it again or leave it. */
        FAILED,
        IMPORTED,
        /** Something came between preview and import, for example the same cards by another file: nothing was imported. */
        REFUSED,
        LEFT
    }

    /** Why a try broke off; texts in bundles under {@code import.failure.<FAILURE>}. */
    public enum Failure {
        /** The waiting file cannot be opened. */
        UNREADABLE,
        DATABASE,
        /** The process that tried never came to an end. */
        INTERRUPTED,
        UNEXPECTED
    }
}
