package org.kameng.domain.stock;

import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** The stock truth meter; needs OPERATOR or AUDITOR. */
public interface StockMeter {
    /** Offers by SKU code, counted now. */
    Slice<StockRow> read(Actor staff, StockFilter filter, PageRequest page);

    /** How many offers have an open alert of each kind. */
    AlertCounts alerts(Actor staff);

    /** Open alerts by kind. */
    record AlertCounts(int low, int atRisk, int drift) {}
}
