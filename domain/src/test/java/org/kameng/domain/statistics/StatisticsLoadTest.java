package org.kameng.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.SqlTime;
import org.kameng.tools.local.LocalServers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * That looking and counting stay cheap in a big shop: thirty days of orders, cards too. {@code -Dkameng.statistics.orders=1000000}
 * makes it as big as one likes and logs what each question took.
 */
class StatisticsLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsLoadTest.class);
    private static final int ORDERS = Integer.getInteger("kameng.statistics.orders", 40_000);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final List<String> BIG =
            List.of("orders", "payment_inbox", "payment_attempt", "card", "statistics_slot");
    private static final int RUNS = 7;
    private static final Map<String, Double> MILLIS = new TreeMap<>();

    private static SingleConnectionDataSource source;
    private static JdbcClient sql;

    @BeforeAll
    static void fill() {
        var postgres = LocalServers.shared().postgres();
        var database = postgres.createDatabase("statistics");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword())
                .load()
                .migrate();
        source = new SingleConnectionDataSource(
                postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword(), true);
        sql = JdbcClient.create(source);
        shop();
        orders();
        cards();
        for (var table : BIG) sql.sql("vacuum analyze " + table).update();
    }

    private static void shop() {
        sql.sql("insert into category values ('c', 'c', 'c', 1)").update();
        sql.sql("insert into seller values ('seller-1', 's', '910000000000000001', '1800000001', true, :now)")
                .param("now", SqlTime.of(NOW))
                .update();
        sql.sql(
                        "insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at)"
                                + " values ('pp', 'c', 'p', 'p', '', '', 1, true, :now)")
                .param("now", SqlTime.of(NOW))
                .update();
        sql.sql(
                        "insert into sku select 'SKU-' || i, (select id from product), 'CARD', 'k', 'k', 1, 'CN', 'g', 'g', 'l', 'l', 'r', 'r', 20"
                                + " from generate_series(1, 200) i")
                .update();
        sql.sql("insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale)"
                        + " select code, 'seller-1', 100, 1, 0, true from sku")
                .update();
        sql.sql(
                        "insert into account (id, version, security_version, login, display_name, password_hash, created_at, changed_at)"
                                + " values ('00000000-0000-0000-0000-000000000001', 0, 0, 'someone', 's', 'none', :now, :now)")
                .param("now", SqlTime.of(NOW))
                .update();
    }

    /** Spread evenly over thirty days; of ten orders eight are delivered, one expired unpaid, one was refunded. */
    private static void orders() {
        sql.sql("""
                insert into orders (no, version, request_id, buyer_id, buyer_since, buyer_business, seller_id, sub_mchid, state,
                  amount_fen, refunded_fen, commission_bp, price_version, rule_version, no_return_version, no_return_at, ip_sealed,
                  device_sealed, device_index, risk_score, risk_flags, placed_at, payment_deadline, paid_at, delivered_at,
                  closed_at, changed_at)
                select 'N' || i, 0, 'r' || i, '00000000-0000-0000-0000-000000000001', at, false, 'seller-1', '1800000001',
                  case i % 10 when 0 then 'CLOSED' when 1 then 'REFUNDED' else 'DELIVERED' end, 100, 0, 0, 1, '2026-11', '2026-11',
                  at, '\\x00', '\\x00', '\\x00', 0, '', at, at + interval '15 minutes',
                  case when i % 10 > 0 then at + interval '1 minute' end,
                  case when i % 10 > 1 then at + interval '1 minute' + random() * interval '20 seconds' end,
                  case when i % 10 = 0 then at + interval '15 minutes' end, at
                from (select i, :now - i * (interval '30 days' / :orders) as at from generate_series(1, :orders) i order by i desc) o""").param("now", SqlTime.of(NOW)).param("orders", ORDERS).update();
        sql.sql("""
                insert into payment_attempt (out_trade_no, version, order_no, buyer_id, channel, sub_mchid, amount_fen, state, code_url,
                  created_at, deadline, changed_at, ask_at, asked)
                select 'PAYMENT-' || no, 0, no, buyer_id, 'WECHAT', sub_mchid, 100, case when paid_at is null then 'CLOSED' else 'PAID' end,
                  'u', placed_at, payment_deadline, coalesce(paid_at, payment_deadline), placed_at, 0 from orders order by placed_at""").update();
        sql.sql("""
                insert into payment_inbox (channel, transaction_id, out_trade_no, order_no, sub_mchid, amount_fen, currency, source, receipt,
                  paid_at, received_at)
                select 'WECHAT', 'T' || no, 'PAYMENT-' || no, no, sub_mchid, 100, 'CNY', 'NOTIFICATION', 'CONFIRMED', paid_at, paid_at
                from orders where paid_at is not null order by placed_at""").update();
    }

    /** One of ten is still there. */
    private static void cards() {
        sql.sql(
                        "insert into card_batch (offer_id, file_name, file_sha256, imported_by_name, imported_at, cards, kek_version, wrapped_key)"
                                + " select id, 'f', '\\x00', 'n', :now, 1, 1, '\\x00' from offer")
                .param("now", SqlTime.of(NOW))
                .update();
        sql.sql("insert into card (batch_id, offer_id, expires_on, state)"
                        + " select b.id, b.offer_id, date '2027-06-01', case when i % 10 = 0 then 0 else 3 end"
                        + " from generate_series(1, :each) i, card_batch b")
                .param("each", ORDERS / 200)
                .update();
    }

    @Test
    void counting_and_looking_read_ranges_of_indexes_whatever_the_size() {
        assertRanges();
        var facts = new SlotFacts(sql);
        var table = new SlotTable(sql);
        var state = new StatisticsState(sql);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var rollup = new Rollup(facts, table, state, transaction, Clock.fixed(NOW, ZoneOffset.UTC));
        while (rollup.sweep(500) == 500) assertThat(state.countedUntil()).isPresent();
        time("one round of the rollup", () -> rollup.sweep(500));
        var trade = List.of(Measure.PLACED, Measure.PAID, Measure.DELIVERED, Measure.REFUND);
        time("30 days by day", () -> table.sums(trade, starts(30, Duration.ofDays(1)), NOW));
        time("24 hours by hour", () -> table.sums(trade, starts(24, Duration.ofHours(1)), NOW));
        time("latency of 24 hours", () -> table.sums(List.of(Measure.LATENCY), starts(24, Duration.ofHours(1)), NOW));
        time("what is open", () -> new OpenBusiness(sql).undelivered(NOW));
        var stock = new StockCount(sql, state, transaction, Clock.fixed(NOW, ZoneOffset.UTC));
        time("stock counted", () -> stock.sweep(500));
        LOG.info("{} orders, {} cards, milliseconds: {}", ORDERS, ORDERS, MILLIS);
        var day = table.sums(List.of(Measure.PLACED), starts(1, Duration.ofDays(1)), NOW);
        assertThat(day.values().stream().mapToLong(Sum::n).sum()).isCloseTo(ORDERS / 30L, offset(2L));
    }

    private static List<Instant> starts(int periods, Duration length) {
        return IntStream.range(0, periods)
                .mapToObj(i -> NOW.minus(length.multipliedBy(periods - i)))
                .toList();
    }

    private static void assertRanges() {
        var from = SqlTime.of(NOW.minus(Rollup.AGAIN));
        SlotFacts.QUESTIONS.forEach((measure, question) -> {
            var plan = String.join(
                    "\n",
                    sql.sql("explain " + question)
                            .param("from", from)
                            .param("to", SqlTime.of(NOW))
                            .param("bounds", LatencyScale.bounds())
                            .query(String.class)
                            .list());
            for (var big : BIG) assertThat(plan).as(measure.name()).doesNotContain("Seq Scan on " + big);
        });
        var stock = String.join(
                "\n",
                sql.sql("explain " + StockCount.COUNT)
                        .param("today", NOW.atZone(ZoneOffset.UTC).toLocalDate())
                        .param("soon", NOW.atZone(ZoneOffset.UTC).toLocalDate().plusDays(30))
                        .query(String.class)
                        .list());
        assertThat(stock).contains("Index Only Scan using card_available");
    }

    /** The middle of seven runs: the first ones pay for compiling. */
    private static void time(String what, Runnable work) {
        var runs = new ArrayList<Double>();
        for (var i = 0; i < RUNS; i++) {
            var begin = System.nanoTime();
            work.run();
            runs.add((System.nanoTime() - begin) / 100_000 / 10.0);
        }
        runs.sort(Double::compare);
        MILLIS.put(what, runs.get(RUNS / 2));
    }
}
