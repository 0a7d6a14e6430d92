package org.kameng.domain.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.OfferStock;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises and clears the alerts of a range of offers; each turn is audited once. */
@Component
class StockWatch {
    private static final Actor WATCH = Actor.system("stock-watch");

    /** What to look for: the amount that is bad, and what it is measured by. */
    enum Kind {
        /** Counting stops at the threshold, so that full offers cost no more than scarce ones; a top-up is its sources' to give. */
        LOW("""
            select o.id, o.low_stock as threshold, o.on_sale and n.amount < o.low_stock as bad, n.amount
            from offer o join sku s on s.code = o.sku_code,
              lateral (select case when s.kind = 'DIRECT' then @bought else (
                select count(*) from (select 1 from card where offer_id = o.id and state = 0
                  and expires_on >= cast(:today as date) + s.promise_days limit o.low_stock) few) end as amount) n""".replace("@bought", OfferStock.SOURCES)),
        /** Cards that live, and cannot be sold any more within the risk's days. */
        AT_RISK("""
            select o.id, :risk as threshold, n.amount > 0 as bad, n.amount
            from offer o join sku s on s.code = o.sku_code,
              lateral (select count(*) as amount from card where offer_id = o.id and state = 0 and expires_on >= :today
                and expires_on < cast(:today as date) + s.promise_days + :risk) n"""),
        /** What batches brought in, less what the orders say was delivered and what is there, withdrawn ones included. */
        DRIFT("""
            select o.id, 0 as threshold, n.amount <> 0 as bad, n.amount
            from offer o join sku s on s.code = o.sku_code and s.kind = 'CARD',
              lateral (select (select coalesce(sum(cards), 0) from card_batch where offer_id = o.id)
                - (select coalesce(sum(l.delivered), 0) from order_line l join orders r on r.no = l.order_no
                  where l.sku_code = o.sku_code and r.seller_id = o.seller_id)
                - (select count(*) from card_batch k join card c on c.batch_id = k.id where k.offer_id = o.id and c.state in (0, 1, 3))
                as amount) n""");

        private final String sql;

        Kind(String sql) {
            this.sql = sql + "\nwhere o.id > :after and o.id <= :until";
        }
    }

    private static final String RAISE = """
            with now as (%s), fresh as (
              insert into stock_alert (offer_id, kind, amount, threshold, raised_at)
              select id, :kind, amount, threshold, :at from now where bad
                and not exists (select 1 from stock_alert a where a.offer_id = now.id and a.kind = :kind and a.cleared_at is null)
              returning offer_id, amount, threshold)
            select o.sku_code, o.seller_id, f.amount, f.threshold from fresh f join offer o on o.id = f.offer_id order by o.id""";
    private static final String CLEAR = """
            with now as (%s), fine as (
              update stock_alert a set cleared_at = :at from now
              where now.id = a.offer_id and not now.bad and a.kind = :kind and a.cleared_at is null
              returning a.offer_id, now.amount, now.threshold)
            select o.sku_code, o.seller_id, f.amount, f.threshold from fine f join offer o on o.id = f.offer_id order by o.id""";

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

    /** A range of offers by their ids: above one, up to the other. */
    record Range(int after, int until, int offers) {}

    Range next(int after, int limit) {
        return jdbc.sql("""
                select count(*) as offers, coalesce(max(id), 0) as until
                from (select id from offer where id > :after order by id limit :limit) n""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Range(after, row.getInt("until"), row.getInt("offers")))
                .single();
    }

    void look(Kind kind, Range range) {
        transaction.executeWithoutResult(status -> {
            tell(
                    kind,
                    "cleared",
                    turn(CLEAR, kind, range).query((row, n) -> of(row)).list());
            tell(
                    kind,
                    "raised",
                    turn(RAISE, kind, range).query((row, n) -> of(row)).list());
        });
    }

    private StatementSpec turn(String sql, Kind kind, Range range) {
        var statement = jdbc.sql(sql.formatted(kind.sql))
                .param("kind", kind.name())
                .param("at", SqlTime.of(clock.instant()))
                .param("after", range.after())
                .param("until", range.until());
        return switch (kind) {
            case LOW -> statement.param("today", ShopTime.today(clock)).param("now", SqlTime.of(clock.instant()));
            case AT_RISK -> statement.param("today", ShopTime.today(clock)).param("risk", SqlStockMeter.RISK_DAYS);
            case DRIFT -> statement;
        };
    }

    private void tell(Kind kind, String what, List<Turn> turns) {
        turns.forEach(turn -> audit.record(
                WATCH,
                "stock.alert-" + what,
                "offer",
                turn.offer().toString(),
                Map.of("kind", kind.name(), "amount", turn.amount(), "threshold", turn.threshold())));
    }

    private static Turn of(ResultSet row) throws SQLException {
        return new Turn(
                new OfferId(new SkuId(row.getString("sku_code")), new SellerId(row.getString("seller_id"))),
                row.getInt("amount"),
                row.getInt("threshold"));
    }
}
