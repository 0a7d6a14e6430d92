package org.kameng.domain.shared;

import java.time.Duration;

/** Counts acts per key in fixed windows, for all instances together. Keys are stored as a keyed hash only. */
public interface RateLimits {
    /**
     * Counts one act and refuses with RATE_LIMITED (seconds to wait) once more than {@code limit} fell into the window.
     * Call it before opening the transaction of the act itself: what is rolled back is not counted.
     */
    void take(String scope, String key, int limit, Duration window);
}
