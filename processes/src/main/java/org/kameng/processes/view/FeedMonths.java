package org.kameng.processes.view;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the partitions of the feed's events for the months to come, so that none grows without a month of its own. */
@Component
class FeedMonths implements Sweep {
    private static final int MONTHS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedMonths(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feed-months";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep(int limit) {
        jdbc.sql("select engine.ensure_month_partitions(:first, :months)")
                .param("first", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("months", MONTHS)
                .query(Integer.class)
                .single();
        return 0;
    }
}
