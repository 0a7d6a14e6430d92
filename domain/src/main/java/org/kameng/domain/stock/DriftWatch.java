package org.kameng.domain.stock;

import java.time.Duration;
import org.kameng.domain.shared.Sweep;
import org.springframework.stereotype.Component;

/** Compares all books of all offers once an hour. */
@Component
class DriftWatch implements Sweep {
    private final StockWatch watch;

    DriftWatch(StockWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "stock-drift";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int sweep(int limit) {
        return watch.lost(limit);
    }
}
