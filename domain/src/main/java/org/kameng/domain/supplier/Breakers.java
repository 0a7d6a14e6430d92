package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One fuse for each supplier and SKU: half of the latest purchases failed or unclear, and nothing more is bought. After a pause
 * one purchase at a time tries; its success closes the fuse, anything else doubles the pause. Needs the caller's transaction.
 */
@Component
class Breakers {
    private static final Actor BREAKER = Actor.system("breaker");

    /** Joins to {@code source s}; what it lets through may be bought at {@code :now}. */
    static final String LETS_THROUGH = """
            not exists (select 1 from supplier_breaker b where b.supplier_id = s.supplier_id and b.supplier_sku = s.supplier_sku
              and b.open and (b.probe_at > :now or b.probe_no is not null and b.changed_at > cast(:now as timestamptz) - interval '10 minutes'))""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final SupplierAlarms alarms;
    private final Clock clock;

    Breakers(JdbcClient jdbc, AuditLog audit, SupplierAlarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** A purchase is about to be made; false when the fuse is open and this is not the one that may try. */
    boolean mayBuy(SupplierId supplier, String sku, PurchaseNo no) {
        var fuse = locked(supplier, sku).orElse(null);
        if (fuse == null || !fuse.open()) return true;
        if (no.value().equals(fuse.probeNo())) return true;
        if (fuse.isClosedTo(clock.instant())) return false;
        jdbc.sql("""
                update supplier_breaker set probe_no = :no, changed_at = :now where supplier_id = :supplier and supplier_sku = :sku""")
                .param("no", no.value())
                .param("now", SqlTime.of(clock.instant()))
                .param("supplier", supplier.value())
                .param("sku", sku)
                .update();
        return true;
    }

    void judge(Purchase purchase, boolean good) {
        judge(purchase.supplier(), purchase.terms().supplierSku(), purchase.no(), good);
    }

    /** A purchase ended or became unclear: looks at the latest ones and opens or closes the fuse. */
    void judge(SupplierId supplier, String sku, PurchaseNo no, boolean good) {
        var now = clock.instant();
        var fuse = locked(supplier, sku).orElse(null);
        if (fuse != null && fuse.open()) {
            if (no.value().equals(fuse.probeNo())) probed(supplier, sku, fuse, good, now);
            return;
        }
        if (!good && WatchRules.tooMany(bad(supplier, sku, fuse), seen(supplier, sku, fuse)))
            open(supplier, sku, fuse == null ? 1 : fuse.trips() + 1, now);
    }

    /** A purchase that was to try was never sent: another one may. */
    void never(SupplierId supplier, String sku, PurchaseNo no) {
        jdbc.sql("""
                update supplier_breaker set probe_no = null where supplier_id = :supplier and supplier_sku = :sku and probe_no = :no""")
                .param("supplier", supplier.value())
                .param("sku", sku)
                .param("no", no.value())
                .update();
    }

    private void probed(SupplierId supplier, String sku, Fuse fuse, boolean good, Instant now) {
        if (good) close(supplier, sku, now);
        else open(supplier, sku, fuse.trips() + 1, now);
    }

    private void open(SupplierId supplier, String sku, int trips, Instant now) {
        var probeAt = WatchRules.probeAt(trips, now);
        jdbc.sql("""
                insert into supplier_breaker (supplier_id, supplier_sku, open, trips, opened_at, probe_at, counted_from, changed_at)
                values (:supplier, :sku, true, :trips, :now, :probe, :now, :now)
                on conflict (supplier_id, supplier_sku) do update set open = true, trips = :trips, probe_at = :probe, probe_no = null,
                  opened_at = coalesce(supplier_breaker.opened_at, :now), changed_at = :now""")
                .param("supplier", supplier.value())
                .param("sku", sku)
                .param("trips", trips)
                .param("probe", SqlTime.of(probeAt))
                .param("now", SqlTime.of(now))
                .update();
        if (trips == 1) alarms.aboutSupplier(supplier, "BREAKER_OPEN", sku, now);
        tell("breaker.opened", supplier, sku, Map.of("trips", trips, "probeAt", probeAt));
    }

    private void close(SupplierId supplier, String sku, Instant now) {
        jdbc.sql("""
                update supplier_breaker set open = false, trips = 0, opened_at = null, probe_at = null, probe_no = null,
                  counted_from = :now, changed_at = :now where supplier_id = :supplier and supplier_sku = :sku""")
                .param("now", SqlTime.of(now))
                .param("supplier", supplier.value())
                .param("sku", sku)
                .update();
        tell("breaker.closed", supplier, sku, Map.of());
    }

    private void tell(String what, SupplierId supplier, String sku, Map<String, Object> facts) {
        audit.record(BREAKER, what, "supplier-sku", supplier + "/" + sku, facts);
    }

    private Optional<Fuse> locked(SupplierId supplier, String sku) {
        return jdbc.sql(
                        "select * from supplier_breaker where supplier_id = :supplier and supplier_sku = :sku for update")
                .param("supplier", supplier.value())
                .param("sku", sku)
                .query((row, n) -> Fuse.of(row))
                .optional();
    }

    private int seen(SupplierId supplier, String sku, @Nullable Fuse fuse) {
        return count(supplier, sku, fuse, "true");
    }

    // What the buyer, the price or our purse caused says nothing against the supplier, see PurchaseState.health.
    private int bad(SupplierId supplier, String sku, @Nullable Fuse fuse) {
        return count(supplier, sku, fuse, """
                (state in ('UNKNOWN', 'BAD_GOODS') or
                  state = 'FAILED' and reason not in ('ACCOUNT_INVALID', 'COST_EXCEEDED', 'INSUFFICIENT_BALANCE', 'REGION_NOT_SUPPORTED'))""");
    }

    private int count(SupplierId supplier, String sku, @Nullable Fuse fuse, String which) {
        return jdbc.sql("""
                        select count(*) filter (where %s) from (select state, reason from purchase
                          where supplier_id = :supplier and supplier_sku = :sku and intended_at > :from and state <> 'INTENDED'
                          order by intended_at desc limit :looked) latest""".formatted(which))
                .param("supplier", supplier.value())
                .param("sku", sku)
                .param("from", SqlTime.of(fuse == null ? Instant.EPOCH : fuse.countedFrom()))
                .param("looked", WatchRules.LOOKED_AT)
                .query(Integer.class)
                .single();
    }

    private record Fuse(
            boolean open,
            int trips,
            @Nullable Instant probeAt,
            @Nullable String probeNo,
            Instant changedAt,
            Instant countedFrom) {
        /** A probe that takes too long is no reason to wait for it alone. */
        boolean isClosedTo(Instant now) {
            if (probeAt == null || probeAt.isAfter(now)) return true;
            return probeNo != null && now.isBefore(changedAt.plus(WatchRules.PROBE_LASTS));
        }

        static Fuse of(ResultSet row) throws SQLException {
            return new Fuse(
                    row.getBoolean("open"),
                    row.getInt("trips"),
                    SqlTime.find(row, "probe_at"),
                    row.getString("probe_no"),
                    SqlTime.get(row, "changed_at"),
                    SqlTime.get(row, "counted_from"));
        }
    }
}
