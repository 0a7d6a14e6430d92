package org.kameng.domain.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRateLimits implements RateLimits, Sweep {
    private static final String TAKE = """
            insert into rate_window (scope, key_index, window_start, window_end, taken) values (:scope, :key, :start, :end, 1)
            on conflict (scope, key_index, window_start) do update set taken = rate_window.taken + 1
            returning taken""";
    private static final String FORGET = """
            delete from rate_window where (scope, key_index, window_start) in
              (select scope, key_index, window_start from rate_window where window_end < :now order by window_end limit :limit)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BlindIndex index;

    JdbcRateLimits(JdbcClient jdbc, Clock clock, BlindIndex index) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.index = index;
    }

    @Override
    public void take(String scope, String key, int limit, Duration window) {
        var now = clock.instant();
        var start = Instant.ofEpochMilli(now.toEpochMilli() - now.toEpochMilli() % window.toMillis());
        var end = start.plus(window);
        var taken = jdbc.sql(TAKE)
                .param("scope", scope)
                .param("key", index.of("rate|" + scope, key))
                .param("start", SqlTime.of(start))
                .param("end", SqlTime.of(end))
                .query(Integer.class)
                .single();
        if (taken > limit) {
            var wait = Math.max(1, Duration.between(now, end).toSeconds());
            throw new DomainException(ErrorCode.RATE_LIMITED, wait);
        }
    }

    @Override
    public String name() {
        return "rate-windows";
    }

    @Override
    public int sweep(int limit) {
        return jdbc.sql(FORGET)
                .param("now", SqlTime.of(clock.instant()))
                .param("limit", limit)
                .update();
    }
}
