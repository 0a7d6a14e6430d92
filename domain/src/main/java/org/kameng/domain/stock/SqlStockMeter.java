package org.kameng.domain.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.OfferStock;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.catalog.SuppliedStock;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class SqlStockMeter implements StockMeter {
    static final int RISK_DAYS = 30;

    // The page is found among the offers alone. Free cards are one index range of the offer; the other states are
    // counted batch by batch in an index of their own.
    private static final String ROWS = """
            select o.sku_code, o.kind, o.seller_id, o.name_zh, o.name_en, o.seller_name, o.low_stock, b.brought, d.delivered, f.sellable,
              f.below_promise, f.expired, f.at_risk, h.reserved, h.withdrawn, t.sold, t.first_day, @bought as bought,
              (select raised_at from stock_alert where offer_id = o.id and kind = 'LOW' and cleared_at is null) as low_since
            from (select o.*, s.kind, s.name_zh, s.name_en, s.promise_days, e.name as seller_name
              from (select o.* from offer o where %s and %s order by o.sku_code, o.seller_id offset :offset limit :limit) o
                join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id) o,
              lateral (select coalesce(sum(cards), 0) as brought from card_batch where offer_id = o.id) b,
              lateral (select coalesce(sum(l.delivered), 0) as delivered from order_line l join orders r on r.no = l.order_no
                where l.sku_code = o.sku_code and r.seller_id = o.seller_id) d,
              lateral (select count(*) filter (where expires_on >= cast(:today as date) + o.promise_days) as sellable,
                count(*) filter (where expires_on >= :today and expires_on < cast(:today as date) + o.promise_days) as below_promise,
                count(*) filter (where expires_on < :today) as expired,
                count(*) filter (where expires_on >= cast(:today as date) + o.promise_days
                  and expires_on < cast(:today as date) + o.promise_days + :risk) as at_risk
                from card where offer_id = o.id and state = 0) f,
              lateral (select count(*) filter (where c.state = 1) as reserved, count(*) filter (where c.state = 3) as withdrawn
                from card_batch k join card c on c.batch_id = k.id where k.offer_id = o.id and c.state in (1, 3)) h,
              lateral (select coalesce(sum(units), 0) as sold, min(day) as first_day from offer_sales_day
                where sku_code = o.sku_code and seller_id = o.seller_id and day >= cast(:today as date) - :days and day < :today) t
            order by o.sku_code, o.seller_id""".replace("@bought", OfferStock.SOURCES);

    private static final String TEXT =
            "o.sku_code in (select code from sku where search like lower(:text) or code like :code)";

    private final JdbcClient jdbc;
    private final ObjectProvider<SuppliedStock> suppliers;
    private final Clock clock;

    SqlStockMeter(JdbcClient jdbc, ObjectProvider<SuppliedStock> suppliers, Clock clock) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    public Slice<StockRow> read(Actor staff, StockFilter filter, PageRequest page) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        var today = ShopTime.today(clock);
        var text = filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1");
        var rows = jdbc.sql(ROWS.formatted(text.isEmpty() ? "true" : TEXT, where(filter.look())))
                .param("text", "%" + text + "%")
                .param("code", text.toUpperCase(Locale.ROOT) + "%")
                .param("today", today)
                .param("now", SqlTime.of(clock.instant()))
                .param("risk", RISK_DAYS)
                .param("days", Forecast.DAYS)
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> counted(row, today))
                .list();
        var slice = Slice.of(rows, page);
        var told = told(slice.rows());
        return slice.map(counted -> counted.row(told.get(counted.row().offer()), today));
    }

    @Override
    public AlertCounts alerts(Actor staff) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return jdbc.sql("""
                select count(*) filter (where kind = 'LOW') as low, count(*) filter (where kind = 'AT_RISK') as at_risk,
                  count(*) filter (where kind = 'DRIFT') as drift from stock_alert where cleared_at is null""")
                .query((row, n) -> new AlertCounts(row.getInt("low"), row.getInt("at_risk"), row.getInt("drift")))
                .single();
    }

    private static String where(StockFilter.Look look) {
        return switch (look) {
            case ALL -> "true";
            case ALERTS -> "o.id in (select offer_id from stock_alert where cleared_at is null)";
            case LOW, AT_RISK, DRIFT ->
                "o.id in (select offer_id from stock_alert where cleared_at is null and kind = '" + look.name() + "')";
        };
    }

    private Map<OfferId, SuppliedStock.Told> told(List<Counted> rows) {
        var asked = suppliers.getIfAvailable();
        return asked == null || rows.isEmpty()
                ? Map.of()
                : asked.told(rows.stream().map(counted -> counted.row().offer()).toList());
    }

    /** A row before its supplier was heard, and what it sold in how many days. */
    private record Counted(StockRow row, int sold, int days) {
        StockRow row(SuppliedStock.@Nullable Told told, LocalDate today) {
            return row.with(
                    told, Forecast.of(row.lasting(told), sold, days, today).orElse(null));
        }
    }

    private static Counted counted(ResultSet row, LocalDate today) throws SQLException {
        var first = row.getObject("first_day", LocalDate.class);
        var days = first == null ? 0 : (int) ChronoUnit.DAYS.between(first, today);
        return new Counted(row(row), row.getInt("sold"), days);
    }

    private static StockRow row(ResultSet row) throws SQLException {
        return new StockRow(
                new OfferId(new SkuId(row.getString("sku_code")), new SellerId(row.getString("seller_id"))),
                SkuKind.valueOf(row.getString("kind")),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("seller_name"),
                row.getInt("brought"),
                row.getInt("delivered"),
                row.getInt("withdrawn"),
                row.getInt("sellable"),
                row.getInt("bought"),
                row.getInt("reserved"),
                row.getInt("below_promise"),
                row.getInt("expired"),
                row.getInt("at_risk"),
                row.getInt("low_stock"),
                SqlTime.find(row, "low_since"),
                null,
                null);
    }
}
