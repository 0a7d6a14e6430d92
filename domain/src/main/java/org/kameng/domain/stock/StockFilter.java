package org.kameng.domain.stock;

/** Narrows the meter; the text is part of a name or the start of a SKU code, empty means any. */
public record StockFilter(String text, Look look) {
    public static final StockFilter ALL = new StockFilter("", Look.ALL);

    /** What to look at; texts in bundles under {@code stock.look.<LOOK>}. */
    public enum Look {
        ALL,
        /** Offers with any open alert. */
        ALERTS,
        LOW,
        AT_RISK,
        DRIFT
    }
}
