package org.kameng.domain.order;

import java.util.function.Consumer;

/** Orders a person was allowed to take away; they are read while they are taken. */
public interface ExportedOrders {
    /** Every order, newest first, at most {@link OrderService#MOST_EXPORTED}; false when there were more. */
    boolean each(Consumer<OrderRow> take);
}
