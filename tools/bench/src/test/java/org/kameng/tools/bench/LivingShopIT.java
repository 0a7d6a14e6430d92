package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person finds after a first start: every story order at its end, told once, though the application died in between. */
class LivingShopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> STORIES = List.of("O-1", "O-2", "O-3", "O-5", "O-6");
    private static final int EVERYBODY = 57;

    private JdbcClient database;

    @Test
    void the_fictional_shop_comes_to_life_once() {
        try (var house = House.startLiving(Bench.folder().resolve("living"), 2400)) {
            database = JdbcClient.create(
                    new DriverManagerDataSource(house.jdbcUrl(), "kameng_owner", house.password("kameng_owner")));
            until("select count(*) >= 2 from audit_event where what = 'demo.story'");
            house.kill("application");
            for (var story : STORIES)
                until("select state = 'DELIVERED' from orders where request_id = 'demo-" + story + "'");
            theStoriesAreThoseOfTheBook();
            until("select count(distinct buyer_id) + 4 = " + EVERYBODY + " from orders");
            until("select not exists (select from orders where state in ('PAID', 'REFUNDING')) "
                    + "and not exists (select from orders where state = 'AWAITING_PAYMENT' and request_id not like '%13' "
                    + "and request_id not like '%26' and request_id not like '%39')");
            assertThat(one("select count(*) = " + EVERYBODY + " from orders"))
                    .as("each was told once")
                    .isTrue();
            assertThat(new Checker(database).broken()).isEmpty();
        }
    }

    private void theStoriesAreThoseOfTheBook() {
        until("""
                select p.state = 'PARTIAL' and p.delivered = 3 and o.refunded_fen * 5 = o.amount_fen * 2
                from orders o join purchase p on p.order_no = o.no where o.request_id = 'demo-O-2'""");
        until("""
                select p.state = 'SUCCEEDED' and p.asked > 0
                from orders o join purchase p on p.order_no = o.no where o.request_id = 'demo-O-3'""");
        until("""
                select count(*) = 1 from orders o join refund r on r.order_no = o.no
                where o.request_id = 'demo-O-5' and r.kind = 'DOUBLE' and r.state = 'SUCCESS' and r.amount_fen = o.amount_fen""");
        until("""
                select count(*) = 1 from orders o join payment_alarm a on a.order_no = o.no
                where o.request_id = 'demo-O-6' and a.why = 'WRONG_AMOUNT'""");
        assertThat(one("""
                        select count(*) = 5 and count(distinct subject_no) = 5 from audit_event where what = 'demo.story'""")).isTrue();
    }

    private void until(String question) {
        await(question).atMost(PATIENCE).ignoreExceptions().until(() -> one(question));
    }

    private boolean one(String question) {
        return database.sql(question).query(Boolean.class).single();
    }
}
