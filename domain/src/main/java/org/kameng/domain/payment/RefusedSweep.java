package org.kameng.domain.payment;

import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what was refused at the channels' doors, with the address it came from; alarms about money stay. */
@Component
class RefusedSweep implements Sweep {
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    RefusedSweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "refused-notices";
    }

    @Override
    public int sweep(int limit) {
        return jdbc.sql("""
                        delete from payment_alarm where id in (select id from payment_alarm
                          where body_sha256 is not null and raised_at < :before order by raised_at limit :limit)""")
                .param("before", SqlTime.of(clock.instant().minus(KEPT)))
                .param("limit", limit)
                .update();
    }
}
