package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import java.util.List;

/** A wish to take units back and its answer; {@code items} names units by their number, empty means all. */
public record Cancellation(
        String cancelNo, String orderNo, List<Integer> items, CancelStatus status, long refundableFen, Instant at) {
    Cancellation answered(CancelStatus answer, long fen) {
        return new Cancellation(cancelNo, orderNo, items, answer, fen, at);
    }
}
