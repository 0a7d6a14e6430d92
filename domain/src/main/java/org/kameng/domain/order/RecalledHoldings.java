package org.kameng.domain.order;

import org.kameng.domain.shared.OrderNo;

/** Orders that hold cards which are called back. For the stock feature. */
public interface RecalledHoldings {
    /**
     * Takes the order's reserved cards of the batch from it and gives it others where there are any. What stays short is
     * tried again at delivery, and bought or refunded then as any shortage is. Own transaction; a second run finds nothing to do.
     */
    Replaced replace(OrderNo no, long batch, String reason);

    /** Units that got another card and units that got none. */
    record Replaced(int replaced, int missing) {}
}
