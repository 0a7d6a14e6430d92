package org.kameng.domain.stock;

import java.time.Duration;
import java.util.List;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.stock.StockWatch.Kind;

/** Walks over all offers, a range at a time, and begins again at the end; a walk that was cut off begins at the start. */
final class OfferWalk implements Sweep {
    private final String name;
    private final Duration every;
    private final List<Kind> kinds;
    private final StockWatch watch;
    private int after;

    OfferWalk(String name, Duration every, List<Kind> kinds, StockWatch watch) {
        this.name = name;
        this.every = every;
        this.kinds = kinds;
        this.watch = watch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public synchronized int sweep(int limit) {
        var range = watch.next(after, limit);
        kinds.forEach(kind -> watch.look(kind, range));
        after = range.offers() < limit ? 0 : range.until();
        return range.offers();
    }
}
