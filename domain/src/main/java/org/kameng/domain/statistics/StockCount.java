package org.kameng.domain.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.kameng.domain.catalog.OfferStock;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the available cards of every offer that ever had some, from the index of available cards alone, and keeps the bad ones;
 * with them the top-ups whose suppliers have little left.
 */
@Component
class StockCount implements Sweep, StockAtRisk {
    static final String COUNT = """
            select offer_id, count(*) as available, count(*) filter (where expires_on <= :soon) as expiring,
              min(expires_on) filter (where expires_on <= :soon) as first_expiry
            from card where state = 0 and expires_on >= :today group by offer_id""";
    private static final String RISKS = """
            with counted as (%s),
            risks as (
              select o.id, coalesce(c.available, 0) as available, coalesce(c.expiring, 0) as expiring, c.first_expiry
              from offer o left join counted c on c.offer_id = o.id
              where o.on_sale and (c.available < :few or c.expiring > 0
                or c.offer_id is null and exists (select from card_batch b where b.offer_id = o.id))
                and not exists (select from sku s where s.code = o.sku_code and s.kind = 'DIRECT')
              union all
              select o.id, n.bought, 0, null from sku s join offer o on o.sku_code = s.code, lateral (select @bought as bought) n
              where s.kind = 'DIRECT' and o.on_sale and n.bought < :few),
            gone as (delete from statistics_stock s where not exists (select from risks r where r.id = s.offer_id) returning 1),
            come as (
              insert into statistics_stock as s (offer_id, available, expiring, first_expiry) select * from risks
              on conflict (offer_id) do update
              set available = excluded.available, expiring = excluded.expiring, first_expiry = excluded.first_expiry
              where (s.available, s.expiring, s.first_expiry)
                is distinct from (excluded.available, excluded.expiring, excluded.first_expiry) returning 1)
            select (select count(*) from gone) + (select count(*) from come)""".formatted(COUNT).replace("@bought", OfferStock.SOURCES);

    private final JdbcClient jdbc;
    private final StatisticsState state;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StockCount(JdbcClient jdbc, StatisticsState state, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.state = state;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "statistics-stock";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int sweep(int limit) {
        var today = ShopTime.today(clock);
        transaction.executeWithoutResult(status -> {
            var changed = jdbc.sql(RISKS)
                    .param("today", today)
                    .param("soon", today.plusDays(SOON_DAYS))
                    .param("few", FEW)
                    .param("now", SqlTime.of(clock.instant()))
                    .query(Long.class)
                    .single();
            if (changed > 0) state.changed();
        });
        return 0;
    }

    @Override
    public List<StockRisk> worst(int limit) {
        return jdbc.sql("""
                        select s.*, o.sku_code, k.name_zh, k.name_en, e.name as seller_name from statistics_stock s
                          join offer o on o.id = s.offer_id join sku k on k.code = o.sku_code join seller e on e.id = o.seller_id
                        order by s.available < :few desc, s.available - s.expiring, s.first_expiry nulls last, s.offer_id
                        limit :limit""")
                .param("few", FEW)
                .param("limit", limit)
                .query((row, n) -> new StockRisk(
                        new SkuId(row.getString("sku_code")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("seller_name"),
                        row.getLong("available"),
                        row.getLong("expiring"),
                        row.getObject("first_expiry", LocalDate.class)))
                .list();
    }
}
