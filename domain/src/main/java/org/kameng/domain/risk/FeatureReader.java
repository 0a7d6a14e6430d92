package org.kameng.domain.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the features of an order or payment from earlier decisions, in one statement. */
@Component
class FeatureReader {
    private static final String READ = """
            with paid as (
              select amount_fen, decided_at from risk_decision
              where account_id = :account and stage = 'PAYMENT' and decided_at > least(:day, :month) and decided_at <= :now)
            select
              (select count(*) from paid where decided_at > :hour) as paid_in_hour,
              (select count(*) from paid where decided_at > :day) as paid_in_day,
              (select coalesce(sum(amount_fen), 0) from paid where decided_at > :day) as sum_in_day,
              (select coalesce(sum(amount_fen), 0) from paid where decided_at >= :month) as sum_in_month,
              (select count(distinct account_id) from (select account_id from risk_decision
                where device_index = :device and decided_at > :day and account_id <> :account limit 200) d) as by_device,
              (select count(distinct account_id) from (select account_id from risk_decision
                where ip_index = :ip and decided_at > :day and account_id <> :account and not :nat limit 200) d) as by_ip""";

    private final JdbcClient jdbc;

    FeatureReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Features of(Subject s, RuleBook book) {
        var now = s.at();
        // Only minors have a monthly limit; for others a month's payments need not be read.
        var month = s.buyerAge() == null ? now : monthStart(now);
        var nat = book.knownNat().contains(s.ip());
        return jdbc.sql(READ)
                .param("account", s.account().value())
                .param("now", SqlTime.of(now))
                .param("hour", SqlTime.of(now.minus(Duration.ofHours(1))))
                .param("day", SqlTime.of(now.minus(Duration.ofDays(1))))
                .param("month", SqlTime.of(month))
                .param("device", s.deviceIndex())
                .param("ip", s.ipIndex())
                .param("nat", nat)
                .query((row, n) -> features(s, nat, row))
                .single();
    }

    private static Instant monthStart(Instant now) {
        return now.atZone(ShopTime.ZONE)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(ShopTime.ZONE)
                .toInstant();
    }

    // An order is counted as if it were paid: the question is what the buyer would have paid with it.
    private static Features features(Subject s, boolean nat, ResultSet row) throws SQLException {
        return new Features(
                s.amount(),
                s.business(),
                Duration.between(s.accountSince(), s.at()),
                row.getInt("paid_in_hour") + 1,
                row.getInt("paid_in_day") + 1,
                row.getLong("sum_in_day") + s.amount(),
                row.getLong("sum_in_month") + s.amount(),
                row.getInt("by_device") + 1,
                row.getInt("by_ip") + 1,
                nat,
                s.failedAttempts(),
                s.buyerAge());
    }
}
