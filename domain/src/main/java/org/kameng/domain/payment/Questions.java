package org.kameng.domain.payment;

import java.time.Clock;
import java.util.List;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom to ask the channel about now. Taking a row is its lease: each question puts the next one twice as far off, so two
 * instances never ask the same at once, and many that stay open never keep a new one waiting.
 */
@Component
class Questions {
    private static final String TAKE = """
            with due as materialized (
              select %2$s from %1$s where state in (%3$s) and ask_at <= :now order by ask_at limit :limit for update skip locked)
            update %1$s t set asked = asked + 1, version = version + 1, ask_at = cast(:now as timestamptz)
              + least(cast(:next as interval) * power(2, least(asked, 16)), cast(:most as interval))
            from due where t.%2$s = due.%2$s
            returning t.*""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Questions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    <T> List<T> aboutAttempts(int limit, RowMapper<T> row) {
        var sql = TAKE.formatted("payment_attempt", "out_trade_no", "'CREATED', 'READY', 'UNKNOWN'");
        return take(sql, "30 seconds", "10 minutes", limit, row);
    }

    <T> List<T> aboutRefunds(int limit, RowMapper<T> row) {
        return take(TAKE.formatted("refund", "refund_no", "'SENT', 'UNKNOWN'"), "1 minute", "1 hour", limit, row);
    }

    private <T> List<T> take(String sql, String next, String most, int limit, RowMapper<T> row) {
        return jdbc.sql(sql)
                .param("now", SqlTime.of(clock.instant()))
                .param("next", next)
                .param("most", most)
                .param("limit", limit)
                .query(row)
                .list();
    }
}
