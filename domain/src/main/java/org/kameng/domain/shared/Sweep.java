package org.kameng.domain.shared;

import java.time.Duration;

/** Housekeeping that one instance does for all, in small batches. Every bean of this type is run by the schedule. */
public interface Sweep {
    /** Unique; also the name of its lease. */
    String name();

    /** Does at most {@code limit} rows and returns how many; called again at once while it returns the full limit. */
    int sweep(int limit);

    default Duration every() {
        return Duration.ofMinutes(10);
    }
}
