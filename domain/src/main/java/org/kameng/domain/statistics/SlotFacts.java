package org.kameng.domain.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what happened in a stretch of time, by slot; each question is a range of an index. */
@Repository
class SlotFacts {
    /** By measure: when it happened, its label, its money, the table, and which of its rows. */
    static final Map<Measure, String> QUESTIONS = new EnumMap<>(Map.of(
            Measure.PLACED, question("placed_at", "''", "amount_fen", "orders", "true"),
            Measure.PAID, question("received_at", "channel", "amount_fen", "payment_inbox", "receipt = 'CONFIRMED'"),
            Measure.STRAY, question("received_at", "channel", "amount_fen", "payment_inbox", "receipt <> 'CONFIRMED'"),
            Measure.UNPAID,
                    question(
                            "changed_at",
                            "channel",
                            "0",
                            "payment_attempt",
                            "state = 'CLOSED' and code_url is not null"),
            Measure.LATENCY,
                    question(
                            "delivered_at",
                            "width_bucket(extract(epoch from delivered_at - paid_at)::float8 * 1000, cast(:bounds as float8[]))::text",
                            "0",
                            "orders",
                            "delivered_at is not null"),
            Measure.REFUND, question("requested_at", "''", "amount_fen", "refund", "true"),
            Measure.REFUNDED, question("settled_at", "''", "amount_fen", "refund", "settled_at is not null"),
            Measure.ALARM, question("raised_at", "''", "0", "payment_alarm", "true")));

    private final JdbcClient jdbc;

    SlotFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String question(String at, String label, String fen, String table, String only) {
        return """
                select date_bin('5 minutes', %1$s, timestamptz 'epoch') as slot, %2$s as label, count(*) as n,
                  coalesce(sum(%3$s), 0) as fen
                from %4$s where %1$s >= :from and %1$s < :to and %5$s group by 1, 2""".formatted(at, label, fen, table, only);
    }

    Map<SlotKey, Sum> between(Instant from, Instant to) {
        var found = new HashMap<SlotKey, Sum>();
        QUESTIONS.forEach((measure, sql) -> jdbc.sql(sql)
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to))
                .param("bounds", LatencyScale.bounds())
                .query(row -> {
                    take(measure, row, found);
                }));
        return found;
    }

    private static void take(Measure measure, ResultSet row, Map<SlotKey, Sum> into) throws SQLException {
        var slot = SqlTime.get(row, "slot");
        var sum = new Sum(row.getLong("n"), row.getLong("fen"));
        into.put(new SlotKey(measure, slot, row.getString("label")), sum);
        if (measure == Measure.LATENCY) into.merge(new SlotKey(Measure.DELIVERED, slot, ""), sum, Sum::plus);
    }
}
