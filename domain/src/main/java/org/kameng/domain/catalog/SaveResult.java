package org.kameng.domain.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an edit. Only {@link Saved} changed anything. */
public sealed interface SaveResult<T> {
    /** Stored; the record carries its new version. */
    record Saved<T>(T stored) implements SaveResult<T> {}

    /** Somebody else saved first: what stands there now, by whom and when. What the person typed is still theirs to save over it. */
    record Overtaken<T>(
            T current, @Nullable String by, @Nullable Instant at) implements SaveResult<T> {}

    /** It is or would be on sale and breaks the listing standard. */
    record Unfit<T>(List<Finding> findings) implements SaveResult<T> {
        public Unfit {
            findings = List.copyOf(findings);
        }
    }
}
