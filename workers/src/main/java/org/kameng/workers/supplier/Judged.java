package org.kameng.workers.supplier;

import org.kameng.domain.supplier.SupplierEndpoint;

/** A push at the door: genuine, fresh and new, or turned away. */
sealed interface Judged {
    /** Signed by this supplier within five minutes and not seen before. */
    record Genuine(SupplierEndpoint supplier) implements Judged {}

    /**
     * Not to be believed.
     *
     * @param status 401 where the proof fails, 413 where it is too large
     */
    record TurnedAway(String why, int status) implements Judged {}
}
