package org.kameng.domain.vault;

import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** A person's delivered cards across all orders and guest purchases, from the outside. Looking reveals nothing. */
public interface CardBox {
    /** Counts by state; the filter's own state is left aside. */
    BoxCounts counts(Actor owner, BoxFilter filter);

    /** Products with matching cards, those bought last first. */
    Slice<BoxGroup> groups(Actor owner, BoxFilter filter, PageRequest page);

    /** Matching cards: of one order in the order's own order, else newest first. Another's order is refused and recorded. */
    Slice<CardBoxRow> cards(Actor owner, BoxFilter filter, PageRequest page);
}
