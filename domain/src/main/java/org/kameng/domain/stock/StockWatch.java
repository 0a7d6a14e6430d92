package org.kameng.domain.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises and clears alerts for offers with few cards or cards that run out of time; each is audited once. */
@Component
class StockWatch implements Sweep {
    private static final Actor WATCH = Actor.system("stock-watch");

    // Counting stops at the threshold, so that full offers cost no more than scarce ones.
    private static final String FEW = """
            select o.id, o.low_stock as threshold, o.on_sale and s.kind = 'CARD' and n.amount < o.low_stock as bad, n.amount
            from offer o join sku s on s.code = o.sku_code,
              lateral (select count(*) as amount from (select 1 from card where offer_id = o.id and state = 0
                and expires_on >= cast(:today as date) + s.promise_days limit o.low_stock) few) n""";
    private static final String DYING = """
            select o.id, :risk as threshold, n.amount > 0 as bad, n.amount
            from offer o join sku s on s.code = o.sku_code,
              lateral (select count(*) as amount from card where offer_id = o.id and state = 0 and expires_on >= :today
                and expires_on < cast(:today as date) + s.promise_days + :risk) n""";
    // What the batches brought in, less what the orders say was delivered, less what recalls took, must be what is
    // there.
    private static final String LOST = """
            select o.id, 0 as threshold, n.amount <> 0 as bad, n.amount
            from offer o join sku s on s.code = o.sku_code and s.kind = 'CARD'
              left join (select offer_id, sum(cards) as brought from card_batch group by offer_id) b on b.offer_id = o.id
              left join (select offer_id, count(*) filter (where state in (0, 1, 3)) as there from card group by offer_id) c
                on c.offer_id = o.id
              left join (select l.sku_code, r.seller_id, sum(l.delivered) as units from order_line l join orders r on r.no = l.order_no
                group by l.sku_code, r.seller_id) d on d.sku_code = o.sku_code and d.seller_id = o.seller_id,
              lateral (select coalesce(b.brought, 0) - coalesce(d.units, 0) - coalesce(c.there, 0) as amount) n""";

    private static final String RAISE = """
            with now as (%s), fresh as (
              insert into stock_alert (offer_id, kind, amount, threshold, raised_at)
              select id, :kind, amount, threshold, :at from now where bad
                and not exists (select 1 from stock_alert a where a.offer_id = now.id and a.kind = :kind and a.cleared_at is null)
              order by id limit :limit returning offer_id, amount, threshold)
            select o.sku_code, o.seller_id, f.amount, f.threshold from fresh f join offer o on o.id = f.offer_id""";
    private static final String CLEAR = """
            with now as (%s), fine as (
              update stock_alert a set cleared_at = :at from now
              where now.id = a.offer_id and not now.bad and a.kind = :kind and a.cleared_at is null
              returning a.offer_id, now.amount, now.threshold)
            select o.sku_code, o.seller_id, f.amount, f.threshold from fine f join offer o on o.id = f.offer_id""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StockWatch(JdbcClient jdbc, AuditLog audit, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Turn(OfferId offer, int amount, int threshold) {}

    @Override
    public String name() {
        return "stock-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int sweep(int limit) {
        return Math.max(look("LOW", FEW, limit), look("AT_RISK", DYING, limit));
    }

    /** The dear look over everything; a sweep of its own calls it seldom. */
    int lost(int limit) {
        return look("DRIFT", LOST, limit);
    }

    private int look(String kind, String now, int limit) {
        return transaction.execute(status -> {
            var cleared = turn(CLEAR.formatted(now), now, kind)
                    .query((row, n) -> of(row))
                    .list();
            var raised = turn(RAISE.formatted(now), now, kind)
                    .param("limit", limit)
                    .query((row, n) -> of(row))
                    .list();
            tell(kind, "cleared", cleared);
            tell(kind, "raised", raised);
            return raised.size();
        });
    }

    private StatementSpec turn(String sql, String now, String kind) {
        var statement = jdbc.sql(sql).param("kind", kind).param("at", SqlTime.of(clock.instant()));
        if (now.contains(":today")) statement = statement.param("today", ShopTime.today(clock));
        return now.contains(":risk") ? statement.param("risk", SqlStockMeter.RISK_DAYS) : statement;
    }

    private void tell(String kind, String what, List<Turn> turns) {
        turns.forEach(turn -> audit.record(
                WATCH,
                "stock.alert-" + what,
                "offer",
                turn.offer().toString(),
                Map.of("kind", kind, "amount", turn.amount(), "threshold", turn.threshold())));
    }

    private static Turn of(ResultSet row) throws SQLException {
        return new Turn(
                new OfferId(new SkuId(row.getString("sku_code")), new SellerId(row.getString("seller_id"))),
                row.getInt("amount"),
                row.getInt("threshold"));
    }
}
