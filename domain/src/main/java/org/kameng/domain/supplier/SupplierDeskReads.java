package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.supplier.SupplierDesk.CallFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists about suppliers. */
@Component
class SupplierDeskReads {
    private static final String SUPPLIERS = """
            select u.*,
              (select count(*) from source s where s.supplier_id = u.id and s.contracted) as sources,
              (select count(*) from source s where s.supplier_id = u.id and s.contracted and s.paused_at is not null) as paused,
              (select count(*) from supplier_breaker b where b.supplier_id = u.id and b.open) as fuses,
              (select count(*) from purchase p where p.supplier_id = u.id and p.state in ('INTENDED', 'PROCESSING', 'UNKNOWN')) as unclear
            from supplier u order by u.in_use desc, u.id limit 200""";

    private static final String SOURCES = """
            select s.*, o.sku_code, o.price_fen, k.name_zh, k.name_en, e.name as seller_name, u.name as supplier_name,
              b.opened_at, b.probe_at
            from source s join offer o on o.id = s.offer_id join sku k on k.code = o.sku_code join seller e on e.id = o.seller_id
              join supplier u on u.id = s.supplier_id
              left join supplier_breaker b on b.supplier_id = s.supplier_id and b.supplier_sku = s.supplier_sku and b.open
            where s.contracted and (:supplier::text is null or s.supplier_id = :supplier)
            order by s.paused_at is null, b.opened_at is null, o.sku_code, s.preference, s.id limit :limit offset :offset""";

    private static final String CALLS = """
            select c.*, u.name as supplier_name from supplier_call c join supplier u on u.id = c.supplier_id
            where (:supplier::text is null or c.supplier_id = :supplier) and (:purchase::text is null or c.purchase_no = :purchase)
              and (not :unclear or c.outcome like 'UNKNOWN%') order by c.at desc, c.id desc limit :limit offset :offset""";

    private final JdbcClient jdbc;

    SupplierDeskReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SupplierRow> suppliers() {
        return jdbc.sql(SUPPLIERS).query((row, n) -> supplier(row)).list();
    }

    private static SupplierRow supplier(ResultSet row) throws SQLException {
        var told = SqlTime.find(row, "balance_told_at");
        return new SupplierRow(
                new SupplierId(row.getString("id")),
                row.getString("name"),
                Protocol.valueOf(row.getString("protocol")),
                row.getBoolean("in_use"),
                told == null ? null : Money.ofFen(row.getLong("balance_fen") + row.getLong("credit_fen")),
                told,
                SqlTime.find(row, "balance_low_since"),
                row.getInt("sources"),
                row.getInt("paused"),
                row.getInt("fuses"),
                row.getInt("unclear"));
    }

    Slice<SourceRow> sources(@Nullable SupplierId supplier, PageRequest page) {
        return Slice.of(
                jdbc.sql(SOURCES)
                        .param("supplier", supplier == null ? null : supplier.value())
                        .param("limit", page.limitPlusOne())
                        .param("offset", page.offset())
                        .query((row, n) -> source(row))
                        .list(),
                page);
    }

    private static SourceRow source(ResultSet row) throws SQLException {
        return new SourceRow(
                row.getLong("id"),
                new SkuId(row.getString("sku_code")),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("seller_name"),
                new SupplierId(row.getString("supplier_id")),
                row.getString("supplier_name"),
                row.getString("supplier_sku"),
                row.getInt("preference"),
                Money.ofFen(row.getLong("price_fen")),
                Money.ofFen(row.getLong("cost_fen")),
                Money.ofFen(row.getLong("accepted_cost_fen")),
                Money.ofFen(row.getLong("max_cost_fen")),
                row.getObject("stock", Integer.class),
                row.getBoolean("on_sale"),
                SqlTime.find(row, "told_at"),
                SqlTime.find(row, "paused_at"),
                row.getString("pause_reason"),
                SqlTime.find(row, "opened_at"),
                SqlTime.find(row, "probe_at"));
    }

    Slice<CallRow> calls(CallFilter filter, PageRequest page) {
        var supplier = filter.supplier();
        return Slice.of(
                jdbc.sql(CALLS)
                        .param("supplier", supplier == null ? null : supplier.value())
                        .param("purchase", filter.purchaseNo())
                        .param("unclear", filter.unclearOnly())
                        .param("limit", page.limitPlusOne())
                        .param("offset", page.offset())
                        .query((row, n) -> call(row))
                        .list(),
                page);
    }

    Optional<CallRow.Text> call(long id) {
        return jdbc.sql(
                        "select c.*, u.name as supplier_name from supplier_call c join supplier u on u.id = c.supplier_id where c.id = :id")
                .param("id", id)
                .query((row, n) -> new CallRow.Text(call(row), row.getString("request"), row.getString("response")))
                .optional();
    }

    private static CallRow call(ResultSet row) throws SQLException {
        return new CallRow(
                row.getLong("id"),
                new SupplierId(row.getString("supplier_id")),
                row.getString("supplier_name"),
                row.getString("purchase_no"),
                row.getString("operation"),
                row.getInt("status"),
                row.getString("outcome"),
                Duration.ofMillis(row.getLong("took_ms")),
                SqlTime.get(row, "at"));
    }

    Slice<SupplierAlarmRow> alarms(PageRequest page) {
        return Slice.of(
                jdbc.sql("""
                        select a.*, u.name as supplier_name from supplier_alarm a left join supplier u on u.id = a.supplier_id
                        order by a.raised_at desc, a.id desc limit :limit offset :offset""")
                        .param("limit", page.limitPlusOne())
                        .param("offset", page.offset())
                        .query((row, n) -> new SupplierAlarmRow(
                                row.getLong("id"),
                                Protocol.valueOf(row.getString("protocol")),
                                row.getString("supplier_name"),
                                row.getString("why"),
                                row.getString("subject"),
                                SqlTime.get(row, "raised_at")))
                        .list(),
                page);
    }
}
