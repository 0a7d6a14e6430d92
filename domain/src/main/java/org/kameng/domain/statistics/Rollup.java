package org.kameng.domain.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.shared.Sweep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the last half hour again and again: a transaction commits later than the time it wrote down. After a pause it goes on
 * where it stopped, a few hours at a time; counting twice changes nothing.
 */
@Component
class Rollup implements Sweep {
    /** Longer than any transaction lives. */
    static final Duration AGAIN = Duration.ofMinutes(30);

    static final Duration LATENCY_KEPT = Duration.ofDays(3);
    static final Duration KEPT = Duration.ofDays(100);
    private static final Duration STRIDE = Duration.ofHours(6);

    private final SlotFacts facts;
    private final SlotTable table;
    private final StatisticsState state;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rollup(SlotFacts facts, SlotTable table, StatisticsState state, TransactionTemplate transaction, Clock clock) {
        this.facts = facts;
        this.table = table;
        this.state = state;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        var until = state.countedUntil().or(table::firstOrder);
        if (until.isEmpty()) return 0;
        var oldest = now.minus(KEPT);
        var from = SlotTable.slotOf((until.get().isBefore(oldest) ? oldest : until.get()).minus(AGAIN));
        var end = from.plus(STRIDE);
        var last = end.isAfter(now);
        var to = last ? SlotTable.slotOf(now).plus(SlotTable.SLOT) : end;
        // With a new slot every "last hour" is another hour, whether anything happened or not.
        var moved = !SlotTable.slotOf(until.get()).equals(SlotTable.slotOf(now));
        transaction.executeWithoutResult(status -> count(from, to, last ? now : end, moved));
        return last ? forget(now, limit) : limit;
    }

    private void count(Instant from, Instant to, Instant until, boolean moved) {
        var changed = table.become(facts.between(from, to), from, to);
        state.counted(until, moved || changed > 0);
    }

    private int forget(Instant now, int limit) {
        var gone = table.forget(Measure.LATENCY, now.minus(LATENCY_KEPT), limit);
        for (var measure : Measure.values()) {
            if (gone < limit) gone += table.forget(measure, now.minus(KEPT), limit - gone);
        }
        return gone;
    }
}
