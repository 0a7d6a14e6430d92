package org.kameng.tools.simulators.supplier;

import java.time.Instant;

/**
 * Something the customer should hear of; its id stays the same over repeats and restarts. What it says is looked up when it is
 * sent.
 *
 * @param subject an order number, a SKU, or a cancel number
 */
public record Event(String id, long seq, Kind kind, String subject, String url, Instant at) {
    /** What changed. */
    public enum Kind {
        ORDER,
        PRODUCT,
        CANCEL
    }
}
