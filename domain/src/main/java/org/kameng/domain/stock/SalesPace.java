package org.kameng.domain.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what was delivered day by day, from the orders' own books, in one pass over the last two weeks. The selling itself
 * pays nothing for it; counting again gives the same.
 */
@Component
class SalesPace implements Sweep {
    /** From placing to delivery it takes no longer than this, all waiting for people and suppliers included. */
    private static final int LONGEST_WAY_DAYS = 4;

    private final JdbcClient jdbc;
    private final Clock clock;

    SalesPace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sales-pace";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int sweep(int limit) {
        var first = ShopTime.today(clock).minusDays(Forecast.DAYS);
        jdbc.sql("""
                insert into offer_sales_day (sku_code, seller_id, day, units)
                select l.sku_code, o.seller_id, cast(o.delivered_at at time zone 'Asia/Shanghai' as date) as day, sum(l.delivered)
                from orders o join order_line l on l.order_no = o.no
                where o.placed_at >= :placed and o.delivered_at >= :from and l.delivered > 0
                group by l.sku_code, o.seller_id, day
                on conflict (sku_code, seller_id, day) do update set units = excluded.units""")
                .param("placed", SqlTime.of(start(first.minusDays(LONGEST_WAY_DAYS))))
                .param("from", SqlTime.of(start(first)))
                .update();
        return 0;
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(ShopTime.ZONE).toInstant();
    }
}
