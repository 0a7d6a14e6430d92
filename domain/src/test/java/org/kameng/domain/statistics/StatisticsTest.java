package org.kameng.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kameng.domain.DomainTestContext.person;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.supplier.SupplierShop;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the overview tells against what the tables hold, counted here by hand. */
class StatisticsTest {
    private static final int SWEEP = 500;
    private static final Actor ADA = person("ada", Role.AUDITOR);

    private final ShopFixture shop = new ShopFixture();
    private final Statistics statistics = shop.bean(Statistics.class);
    private final Rollup rollup = shop.bean(Rollup.class);
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);
    private final JdbcClient sql = shop.context().sql();

    /** Past everything that other tests have left behind. */
    @BeforeEach
    void later() {
        shop.context().clock().advance(Duration.ofDays(4));
        count();
    }

    private void count() {
        var rounds = 0;
        while (rollup.sweep(SWEEP) == SWEEP) assertThat(rounds++).isLessThan(1000);
    }

    private Instant now() {
        return shop.context().clock().instant();
    }

    /** A day and a half of a small shop, the same every time. */
    private void business(long seed) {
        var random = new Random(seed);
        var offer = shop.offerWithCards(40);
        for (var i = 0; i < 30; i++) {
            order(offer, random);
            shop.context().clock().advance(Duration.ofSeconds(random.nextInt(2 * 3600)));
        }
    }

    private void order(Offer offer, Random random) {
        var no = shop.placed(shop.customer(), offer, 1);
        var attempt = payments.beginAttempt(no, Channel.WECHAT).outTradeNo();
        if (random.nextInt(10) > 0) payments.prepaid(attempt, "weixin://wxpay/" + attempt);
        shop.context().clock().advance(Duration.ofMillis(random.nextInt(200_000)));
        if (random.nextInt(4) == 0) {
            payments.attemptClosed(attempt);
            orders.close(no, "EXPIRED");
            if (random.nextInt(3) == 0) payments.receive(shop.notice(attempt, offer, offer.price()));
            return;
        }
        payments.receive(shop.notice(attempt, offer, offer.price()));
        shop.context().clock().advance(Duration.ofMillis((long) Math.exp(random.nextDouble() * 14)));
        if (random.nextInt(5) == 0) shop.bean(Refunds.class).requestForOrder(no, "TEST");
        else orders.deliverFromStock(no);
        if (random.nextInt(10) == 0) payments.recordRefusedNotice(Channel.WECHAT, "FORGED", new byte[32], "127.0.0.1");
    }

    private List<Instant> times(String column, String from) {
        return sql
                .sql("select " + column + " as at from " + from)
                .query((row, n) -> SqlTime.find(row, "at"))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static long count(List<Instant> times, Predicate<Instant> in) {
        return times.stream().filter(in).count();
    }

    @Test
    void hours_and_days_tell_what_the_tables_hold() {
        business(1);
        count();
        var placed = times("placed_at", "orders");
        var paid = times("received_at", "payment_inbox where receipt = 'CONFIRMED'");
        var delivered = times("delivered_at", "orders");
        var refunds = times("requested_at", "refund");
        var hours = statistics.hours(ADA, 48);
        assertThat(hours).hasSize(48).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
        assertThat(hours.getLast().start()).isEqualTo(now().truncatedTo(ChronoUnit.HOURS));
        hours.forEach(hour -> {
            Predicate<Instant> in = at -> at.truncatedTo(ChronoUnit.HOURS).equals(hour.start());
            assertThat(hour.placed()).isEqualTo(count(placed, in));
            assertThat(hour.paid()).isEqualTo(count(paid, in));
            assertThat(hour.delivered()).isEqualTo(count(delivered, in));
            assertThat(hour.refunds()).isEqualTo(count(refunds, in));
        });
        assertThat(hours.stream().mapToLong(Period::placed).sum()).isEqualTo(30);
        var days = statistics.days(ADA, 3);
        assertThat(days).hasSize(3);
        days.forEach(day -> {
            Predicate<Instant> in = at -> at.atZone(ShopTime.ZONE)
                    .toLocalDate()
                    .equals(day.start().atZone(ShopTime.ZONE).toLocalDate());
            assertThat(day.placed()).isEqualTo(count(placed, in));
            assertThat(day.delivered()).isEqualTo(count(delivered, in));
        });
    }

    @Test
    void paying_and_latency_are_those_of_the_last_day() {
        business(2);
        count();
        var begin = SlotTable.slotOf(now().minus(Duration.ofDays(1)));
        Predicate<Instant> in = at -> !at.isBefore(begin);
        var paid = count(times("received_at", "payment_inbox where receipt = 'CONFIRMED'"), in);
        var unpaid = count(times("changed_at", "payment_attempt where state = 'CLOSED' and code_url is not null"), in);
        assertThat(unpaid).isPositive();
        assertThat(statistics.payments(ADA, Span.DAY)).containsExactly(new ChannelRate("WECHAT", paid, unpaid));
        var took = new ArrayList<Duration>();
        sql.sql("select paid_at, delivered_at from orders where delivered_at is not null")
                .query(row -> {
                    var at = SqlTime.get(row, "delivered_at");
                    if (in.test(at)) took.add(Duration.between(SqlTime.get(row, "paid_at"), at));
                });
        took.sort(Duration::compareTo);
        var latency = statistics.latency(ADA, Span.DAY).orElseThrow();
        assertThat(latency.orders()).isEqualTo(took.size()).isGreaterThan(3);
        near(latency.half(), took.get((int) Math.ceil(took.size() * 0.5) - 1));
        near(latency.most(), took.get((int) Math.ceil(took.size() * 0.95) - 1));
        assertThat(statistics.latencyByHour(ADA).stream()
                        .mapToLong(Latency::orders)
                        .sum())
                .isLessThanOrEqualTo(took.size())
                .isPositive();
    }

    private static void near(Duration told, Duration truth) {
        assertThat(told)
                .isGreaterThanOrEqualTo(truth)
                .isLessThanOrEqualTo(truth.multipliedBy(11).dividedBy(10).plusMillis(10));
    }

    @Test
    void what_should_be_nothing_is_counted_and_goes_away_again() {
        var offer = shop.offerWithCards(3);
        var before = statistics.worries(ADA);
        var unpaid = shop.placed(shop.customer(), offer, 1);
        var paid = shop.placed(shop.customer(), offer, 1);
        shop.pay(paid, offer, 1);
        shop.context().clock().advance(Duration.ofMinutes(31));
        var worries = statistics.worries(ADA);
        assertThat(worries.unclosed()).isEqualTo(before.unclosed() + 1);
        assertThat(worries.undelivered()).isEqualTo(before.undelivered() + 1);
        orders.close(unpaid, "EXPIRED");
        orders.deliverFromStock(paid);
        assertThat(statistics.worries(ADA).unclosed()).isEqualTo(before.unclosed());
        assertThat(statistics.worries(ADA).undelivered()).isEqualTo(before.undelivered());
    }

    @Test
    void what_commits_late_is_still_counted_and_an_attempt_paid_after_all_is_taken_back() {
        var offer = shop.offerWithCards(2);
        var no = shop.placed(shop.customer(), offer, 1);
        var attempt = payments.beginAttempt(no, Channel.WECHAT).outTradeNo();
        payments.prepaid(attempt, "weixin://wxpay/" + attempt);
        payments.attemptClosed(attempt);
        orders.close(no, "EXPIRED");
        count();
        assertThat(statistics.payments(ADA, Span.HOUR)).containsExactly(new ChannelRate("WECHAT", 0, 1));
        var version = version();
        count();
        assertThat(version()).isEqualTo(version);
        payments.receive(shop.notice(attempt, offer, offer.price()));
        shop.placed(shop.customer(), offer, 1);
        sql.sql("update orders set placed_at = placed_at - interval '20 minutes' where placed_at = :now and no <> :no")
                .param("now", SqlTime.of(now()))
                .param("no", no.value())
                .update();
        count();
        assertThat(version()).isGreaterThan(version);
        assertThat(statistics.payments(ADA, Span.HOUR)).isEmpty();
        assertThat(statistics.worries(ADA).stray()).isEqualTo(1);
        assertThat(statistics.hours(ADA, 2).stream().mapToLong(Period::placed).sum())
                .isEqualTo(2);
    }

    private long version() {
        return shop.bean(RowVersions.class)
                .versions("statistics", List.of("all"))
                .getOrDefault("all", -1L);
    }

    @Test
    void money_on_its_way_back_is_told_with_its_oldest() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        shop.pay(no, offer, 1);
        var before = statistics.moneyBack(ADA);
        shop.bean(Refunds.class).requestForOrder(no, "TEST");
        count();
        var after = statistics.moneyBack(ADA);
        assertThat(after.open()).isEqualTo(before.open() + 1);
        assertThat(after.openAmount()).isEqualTo(before.openAmount().plus(offer.price()));
        assertThat(after.decided()).isEqualTo(1);
        assertThat(after.decidedAmount()).isEqualTo(offer.price());
        assertThat(after.oldest()).isNotNull();
    }

    @Test
    void a_top_up_is_at_risk_when_its_suppliers_have_little() {
        var suppliers = new SupplierShop(shop);
        var topUp = shop.offer();
        var source = suppliers.source(topUp, suppliers.supplier(), 2500);
        suppliers.direct(topUp);
        var counting = shop.bean(StockCount.class);
        counting.sweep(SWEEP);
        assertThat(of(statistics.stock(ADA, 500), topUp)).as("unlimited").isEmpty();
        sql.sql("update source set stock = 3 where id = :id")
                .param("id", source)
                .update();
        counting.sweep(SWEEP);
        assertThat(of(statistics.stock(ADA, 500), topUp)).containsExactly(3L);
    }

    @Test
    void stock_at_risk_is_what_is_few_or_expires_soon_and_was_ever_there() {
        var few = shop.offerWithCards(3);
        var soldOut = shop.offerWithCards(1);
        orders.deliverFromStock(paid(soldOut));
        var expiring = shop.offer();
        shop.addCards(
                expiring, 12, ShopTime.today(shop.context().clock()).plusDays(9).toString());
        var plenty = shop.offerWithCards(12);
        var neverThere = shop.offer();
        shop.bean(StockCount.class).sweep(SWEEP);
        var found = statistics.stock(ADA, 500);
        assertThat(of(found, few)).containsExactly(3L);
        assertThat(of(found, soldOut)).containsExactly(0L);
        assertThat(of(found, expiring)).containsExactly(12L);
        assertThat(of(found, plenty)).isEmpty();
        assertThat(of(found, neverThere)).isEmpty();
        shop.addCards(few, 20, "");
        var version = version();
        shop.bean(StockCount.class).sweep(SWEEP);
        assertThat(of(statistics.stock(ADA, 500), few)).isEmpty();
        assertThat(version()).isGreaterThan(version);
    }

    private static List<Long> of(List<StockRisk> risks, Offer offer) {
        return risks.stream()
                .filter(risk -> risk.sku().equals(offer.sku()))
                .map(StockRisk::available)
                .toList();
    }

    private org.kameng.domain.shared.OrderNo paid(Offer offer) {
        var no = shop.placed(shop.customer(), offer, 1);
        shop.pay(no, offer, 1);
        return no;
    }

    @Test
    void everybody_sees_only_what_is_theirs_and_the_attempt_is_recorded() {
        var olga = person("olga", Role.OPERATOR);
        assertThat(statistics.hours(olga, 1)).hasSize(1);
        assertThatThrownBy(() -> statistics.moneyBack(olga)).hasMessage(ErrorCode.ACCESS_DENIED.name());
        var fina = person("fina", Role.FINANCE);
        assertThat(statistics.moneyBack(fina)).isNotNull();
        assertThatThrownBy(() -> statistics.stock(fina, 5)).hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThat(statistics.suppliers(olga)).isEmpty();
        var customer = person("guest", Role.CUSTOMER);
        assertThatThrownBy(() -> statistics.hours(customer, 1)).hasMessage(ErrorCode.ACCESS_DENIED.name());
        assertThat(sql.sql("select count(*) from audit_event where what = 'access.refused' and actor_account = :who")
                        .param("who", customer.requireAccount().value())
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
