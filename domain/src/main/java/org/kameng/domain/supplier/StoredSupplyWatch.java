package org.kameng.domain.supplier;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredSupplyWatch implements SupplyWatch {
    private static final Actor WATCH = Actor.system("supply-watch");

    private final JdbcClient jdbc;
    private final SupplierAlarms alarms;
    private final AuditLog audit;
    private final Clock clock;

    StoredSupplyWatch(JdbcClient jdbc, SupplierAlarms alarms, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<DueProduct> dueProducts(int limit) {
        return jdbc
                .sql("""
                with due as materialized (
                  select s.id from source s join supplier u on u.id = s.supplier_id
                  where s.contracted and u.in_use and s.refresh_at <= :now order by s.refresh_at limit :limit for update of s skip locked)
                update source s set refresh_at = :again from due where s.id = due.id returning s.supplier_id, s.supplier_sku""")
                .param("now", SqlTime.of(clock.instant()))
                .param("again", in(WatchRules.LEASE))
                .param("limit", limit)
                .query((row, n) -> new DueProduct(new SupplierId(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    @Override
    @Transactional
    public List<SupplierId> dueLists(int limit) {
        return due("list_at", WatchRules.LIST_LEASE, limit);
    }

    @Override
    @Transactional
    public void listed(SupplierId supplier) {
        jdbc.sql("update supplier set list_at = :next where id = :id")
                .param("next", in(WatchRules.LIST_EVERY))
                .param("id", supplier.value())
                .update();
    }

    @Override
    @Transactional
    public List<SupplierId> dueSubscriptions(int limit) {
        return due("subscribe_at", WatchRules.SUBSCRIBE_EVERY, limit);
    }

    @Override
    @Transactional
    public List<SupplierId> dueBalances(int limit) {
        return due("balance_at", WatchRules.LEASE, limit);
    }

    private List<SupplierId> due(String column, Duration lease, int limit) {
        return jdbc.sql("""
                with due as materialized (
                  select id from supplier where in_use and %1$s <= :now order by %1$s limit :limit for update skip locked)
                update supplier u set %1$s = :again from due where u.id = due.id returning u.id""".formatted(column))
                .param("now", SqlTime.of(clock.instant()))
                .param("again", in(lease))
                .param("limit", limit)
                .query((row, n) -> new SupplierId(row.getString(1)))
                .list();
    }

    @Override
    @Transactional
    public void told(SupplierId supplier, SupplierProduct product) {
        var now = clock.instant();
        // A price of nothing is no price: not on sale, and what it cost before stays known.
        var priced = !product.cost().isZero();
        jdbc.sql("""
                update source set cost_fen = coalesce(:cost, cost_fen), accepted_cost_fen = least(accepted_cost_fen, :cost),
                  stock = :stock, on_sale = :sale,
                  account_schema = :schema, product_version = :version, told_at = :now, refresh_at = :next
                where supplier_id = :supplier and supplier_sku = :sku and product_version <= :version""")
                .param("cost", priced ? product.cost().fen() : null, Types.BIGINT)
                .param("stock", product.stock())
                .param("sale", product.onSale() && priced)
                .param("schema", product.accountSchema().toArray(String[]::new))
                .param("version", product.version())
                .param("now", SqlTime.of(now))
                .param("next", in(WatchRules.PRODUCT_EVERY))
                .param("supplier", supplier.value())
                .param("sku", product.sku())
                .update();
        guardPrice(supplier, product.sku(), now);
    }

    @Override
    @Transactional
    public void told(SupplierId supplier, List<SupplierProduct> page) {
        var versions = new HashMap<String, Long>();
        jdbc.sql("""
                select supplier_sku, min(product_version) from source where supplier_id = :supplier and supplier_sku = any (:skus)
                group by supplier_sku""")
                .param("supplier", supplier.value())
                .param("skus", page.stream().map(SupplierProduct::sku).toArray(String[]::new))
                .query(row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        page.stream().filter(product -> isNews(product, versions)).forEach(product -> told(supplier, product));
    }

    private static boolean isNews(SupplierProduct product, Map<String, Long> versions) {
        var known = versions.get(product.sku());
        return known != null && (product.version() == 0 || product.version() > known);
    }

    private void guardPrice(SupplierId supplier, String sku, Instant now) {
        var dearer = jdbc.sql("""
                        select id, accepted_cost_fen, cost_fen from source
                        where supplier_id = :supplier and supplier_sku = :sku and paused_at is null and cost_fen > accepted_cost_fen
                        order by id limit 200 for update""")
                .param("supplier", supplier.value())
                .param("sku", sku)
                .query((row, n) -> new Dearer(row.getLong(1), Money.ofFen(row.getLong(2)), Money.ofFen(row.getLong(3))))
                .list();
        dearer.stream()
                .filter(d -> WatchRules.priceIsUp(d.accepted(), d.told()))
                .forEach(d -> pause(d, supplier, sku, now));
    }

    private record Dearer(long source, Money accepted, Money told) {}

    private void pause(Dearer dearer, SupplierId supplier, String sku, Instant now) {
        jdbc.sql("update source set paused_at = :now, pause_reason = 'COST_UP' where id = :id")
                .param("now", SqlTime.of(now))
                .param("id", dearer.source())
                .update();
        alarms.aboutSupplier(supplier, "COST_UP", sku, now);
        audit.record(
                WATCH,
                "source.paused",
                "source",
                Long.toString(dearer.source()),
                Map.of(
                        "why",
                        "COST_UP",
                        "acceptedFen",
                        dearer.accepted().fen(),
                        "toldFen",
                        dearer.told().fen()));
    }

    @Override
    @Transactional
    public void gone(SupplierId supplier, String supplierSku) {
        var now = clock.instant();
        jdbc.sql("""
                update source set stock = 0, on_sale = false, told_at = :now, refresh_at = :next
                where supplier_id = :supplier and supplier_sku = :sku""")
                .param("now", SqlTime.of(now))
                .param("next", in(WatchRules.PRODUCT_EVERY))
                .param("supplier", supplier.value())
                .param("sku", supplierSku)
                .update();
    }

    @Override
    @Transactional
    public void balance(SupplierId supplier, SupplierBalance balance) {
        var now = clock.instant();
        var left = balance.balance().plus(balance.credit());
        var low = WatchRules.balanceIsLow(left, spent(supplier, now.minus(WatchRules.SPENDING)));
        var news = jdbc.sql("""
                        update supplier u set balance_fen = :balance, credit_fen = :credit, balance_told_at = :now, balance_at = :next,
                          balance_low_since = case when :low then coalesce(u.balance_low_since, :now) end
                        from (select id, balance_low_since from supplier where id = :id for update) before
                        where u.id = before.id returning :low and before.balance_low_since is null""")
                .param("balance", balance.balance().fen())
                .param("credit", balance.credit().fen())
                .param("now", SqlTime.of(now))
                .param("next", in(WatchRules.BALANCE_EVERY))
                .param("low", low)
                .param("id", supplier.value())
                .query(Boolean.class)
                .single();
        if (news) alarms.aboutSupplier(supplier, "BALANCE_LOW", null, now);
    }

    private Money spent(SupplierId supplier, Instant since) {
        return Money.ofFen(jdbc.sql("""
                        select coalesce(sum(cost_fen), 0) from purchase
                        where supplier_id = :supplier and intended_at >= :since and cost_fen is not null""")
                .param("supplier", supplier.value())
                .param("since", SqlTime.of(since))
                .query(Long.class)
                .single());
    }

    private java.time.OffsetDateTime in(Duration pause) {
        return SqlTime.of(clock.instant().plus(pause));
    }
}
