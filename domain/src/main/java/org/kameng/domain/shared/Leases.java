package org.kameng.domain.shared;

import java.time.Duration;

/** Lets a scheduled sweep run in one of several instances only. */
public interface Leases {
    /**
     * Runs the work here and now if no other instance holds the name and {@code every} has passed since the last start.
     * The work runs outside any transaction. If it outlives {@code lease}, another instance may start it too, so it must
     * bear that; what it throws reaches the caller after the lease was given back.
     *
     * @return whether the work ran
     */
    boolean tryRun(String name, Duration every, Duration lease, Runnable work);
}
