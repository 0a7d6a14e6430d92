package org.kameng.domain.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What suppliers say they could still deliver for an offer. Told, not owned: it is shown beside our own stock, never added to it. */
public interface SuppliedStock {
    /** On each offer the word of the source that could give most; offers nobody supplies are left out. */
    Map<OfferId, Told> told(Collection<OfferId> offers);

    /**
     * A supplier's word.
     *
     * @param units null for unlimited
     * @param source the supplier's name as operators know it
     */
    record Told(String source, @Nullable Integer units, boolean onSale, Instant at) {}
}
