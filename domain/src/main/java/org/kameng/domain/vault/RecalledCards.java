package org.kameng.domain.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;

/** Cards of a batch that is called back. For the stock and order features; every change needs the caller's transaction. */
public interface RecalledCards {
    /** The batch, empty when there is none. */
    Optional<BatchRow> batch(long batch);

    /** Marks the batch and takes its free cards out; from here on none of its cards comes back into stock. Answers how many. */
    int lock(long batch, Instant at);

    /** Orders that still hold reserved cards of the batch. */
    List<OrderNo> holders(long batch, int limit);

    /** Takes the reserved cards of one order out, under the order's lock; answers what each line lost. */
    List<Lost> withdrawHeld(OrderNo order, long batch);

    /** Cards sold out of the batch, as they were delivered. */
    List<SoldCard> sold(long batch, PageRequest page);

    /** Ends the mark and brings the cards that were taken out back into stock; answers how many. */
    int restore(long batch);

    /** So many units of an order line, and until when they were reserved. */
    record Lost(int line, int units, Instant until) {}

    /** A delivered card, by what after-sales needs to find its buyer: no secret, no person. */
    record SoldCard(long cardId, OrderNo order, int line, int slot, Instant deliveredAt) {}
}
