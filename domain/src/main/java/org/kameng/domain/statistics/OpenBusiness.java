package org.kameng.domain.statistics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is open now; each question reads the partial index of what is unfinished and stops counting at {@link #MOST}. */
@Repository
class OpenBusiness {
    static final int MOST = 10_000;
    /** The timer, the job and its retries may take this long without anybody having to know. */
    private static final Duration CLOSING = Duration.ofMinutes(5);

    private static final Duration DELIVERING = Duration.ofMinutes(30);
    static final String REFUNDS = """
            select count(*) as n, coalesce(sum(amount_fen), 0) as fen, min(requested_at) as since from (
              select amount_fen, requested_at from refund
              where state in ('REQUESTED', 'SENT', 'UNKNOWN', 'ABNORMAL', 'CLOSED') order by changed_at limit :most) r""";
    static final String UNFINISHED = """
            select count(*) as n, coalesce(sum(amount_fen), 0) as fen, min(%1$s) as since from (
              select amount_fen, %1$s from orders
              where state in ('AWAITING_PAYMENT', 'PAID', 'ON_HOLD', 'REFUNDING') and state = '%2$s' and %1$s < :before
              limit :most) o""";

    /** How many, how much, and since when the oldest waits. */
    record Waiting(Sum sum, @Nullable Instant since) {}

    private final JdbcClient jdbc;

    OpenBusiness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Waiting refunds() {
        return read(jdbc.sql(REFUNDS));
    }

    Waiting unclosed(Instant now) {
        return unfinished("payment_deadline", "AWAITING_PAYMENT", now.minus(CLOSING));
    }

    Waiting undelivered(Instant now) {
        return unfinished("paid_at", "PAID", now.minus(DELIVERING));
    }

    private Waiting unfinished(String column, String state, Instant before) {
        return read(jdbc.sql(UNFINISHED.formatted(column, state)).param("before", SqlTime.of(before)));
    }

    private static Waiting read(JdbcClient.StatementSpec question) {
        return question.param("most", MOST)
                .query((row, n) ->
                        new Waiting(new Sum(row.getLong("n"), row.getLong("fen")), SqlTime.find(row, "since")))
                .single();
    }
}
