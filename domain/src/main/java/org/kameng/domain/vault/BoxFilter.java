package org.kameng.domain.vault;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.shared.OrderNo;

/** Which cards of a box: their state, a text that begins an order number or is part of a name, one product, one order. */
public record BoxFilter(
        Show show,
        String text,
        @Nullable ProductId product,
        @Nullable OrderNo order) {
    public static final BoxFilter ALL = new BoxFilter(Show.ALL, "", null, null);

    /** What a box can be narrowed to. A card may be in several of them. */
    public enum Show {
        ALL,
        /** Never revealed by its owner, and not expired. */
        NEW,
        /** Revealed by its owner, and not expired. */
        VIEWED,
        /** Expires within thirty days, revealed or not. */
        EXPIRING,
        EXPIRED
    }

    public static BoxFilter ofOrder(OrderNo no) {
        return new BoxFilter(Show.ALL, "", null, no);
    }

    public BoxFilter of(ProductId only) {
        return new BoxFilter(show, text, only, order);
    }
}
