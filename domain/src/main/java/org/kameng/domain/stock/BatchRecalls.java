package org.kameng.domain.stock;

import java.io.OutputStream;
import java.util.Optional;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.vault.BatchRow;
import org.kameng.domain.vault.RecalledCards.SoldCard;

/**
 * Calling a batch back. The first person stops its sale at once; if cards of it were sold, a second person decides whether
 * the recall stands. Asking and deciding need OPERATOR and a reason, looking OPERATOR, SUPPORT_AGENT or AUDITOR.
 */
public interface BatchRecalls {
    /** Throws NOT_FOUND. */
    BatchRow batch(Actor staff, long batch);

    /** The recall that stands, or the last one that was lifted. */
    Optional<RecallView> of(Actor staff, long batch);

    /** Takes every unsold card out; asked again, it answers the recall that stands. */
    RecallView ask(Actor operator, long batch, String reason);

    /** The second person agrees: LOCKED to DONE. Throws FOUR_EYES for the one who asked; answers what it found. */
    RecallView confirm(Actor operator, long recall, String reason);

    /** The second person disagrees: LOCKED, or DONE by one person alone, to LIFTED; the unsold cards are back in stock. */
    RecallView lift(Actor operator, long recall, String reason);

    /** Cards sold out of the batch, by order. */
    Slice<SoldCard> sold(Actor staff, long batch, PageRequest page);

    /** Writes all sold cards as CSV; audited. */
    void export(Actor staff, long batch, OutputStream to);
}
