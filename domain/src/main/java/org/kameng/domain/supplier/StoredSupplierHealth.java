package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.statistics.SupplierHealth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fuses, balances, silence and unclear purchases, read as a judgement on each supplier in use. */
@Component
class StoredSupplierHealth implements SupplierHealth {
    private static final String ROWS = """
            select u.name, u.created_at, u.balance_fen, u.credit_fen, u.balance_told_at, u.balance_low_since, q.*, p.unknown, p.unknown_since,
              (select max(counted_from) from supplier_breaker b where b.supplier_id = u.id and not b.open) as mended_at
            from supplier u,
              lateral (select count(*) as sources, count(b.opened_at) as fused, min(b.opened_at) as first_fused,
                  max(b.opened_at) as last_fused, min(b.probe_at) as probe_at, max(s.told_at) as stock_told_at
                from source s left join supplier_breaker b
                  on b.supplier_id = s.supplier_id and b.supplier_sku = s.supplier_sku and b.open
                where s.supplier_id = u.id and s.contracted and s.paused_at is null) q,
              lateral (select count(*) as unknown, min(intended_at) as unknown_since from purchase
                where supplier_id = u.id and state = 'UNKNOWN') p
            where u.in_use order by u.id limit 200""";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredSupplierHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Standing> now() {
        var now = clock.instant();
        return jdbc.sql(ROWS).query((row, n) -> standing(row, now)).list();
    }

    private static Standing standing(ResultSet row, Instant now) throws SQLException {
        var toldAt = later(SqlTime.find(row, "balance_told_at"), SqlTime.find(row, "stock_told_at"));
        var troubles = troubles(row, toldAt, now);
        var cutOff = row.getInt("fused") > 0 && row.getInt("fused") == row.getInt("sources");
        var state = cutOff ? State.CUT_OFF : troubles.isEmpty() ? State.WELL : State.TROUBLED;
        return new Standing(
                row.getString("name"),
                state,
                Set.copyOf(troubles.keySet()),
                since(state, row, troubles),
                row.getLong("unknown"),
                SqlTime.find(row, "balance_told_at") == null
                        ? null
                        : Money.ofFen(row.getLong("balance_fen") + row.getLong("credit_fen")),
                toldAt,
                cutOff ? SqlTime.find(row, "probe_at") : null);
    }

    /** Each trouble with its beginning. */
    private static Map<Trouble, Instant> troubles(ResultSet row, @Nullable Instant toldAt, Instant now)
            throws SQLException {
        var troubles = new EnumMap<Trouble, Instant>(Trouble.class);
        put(troubles, Trouble.FUSE, SqlTime.find(row, "first_fused"));
        put(troubles, Trouble.BALANCE, SqlTime.find(row, "balance_low_since"));
        put(troubles, Trouble.UNCLEAR, SqlTime.find(row, "unknown_since"));
        var heard = toldAt == null ? SqlTime.get(row, "created_at") : toldAt;
        if (heard.isBefore(now.minus(WatchRules.SILENCE))) troubles.put(Trouble.SILENT, heard);
        return troubles;
    }

    private static void put(Map<Trouble, Instant> troubles, Trouble trouble, @Nullable Instant since) {
        if (since != null) troubles.put(trouble, since);
    }

    private static Instant since(State state, ResultSet row, Map<Trouble, Instant> troubles) throws SQLException {
        return switch (state) {
            case CUT_OFF -> SqlTime.get(row, "last_fused");
            case TROUBLED ->
                troubles.values().stream().min(Comparator.naturalOrder()).orElseThrow();
            case WELL -> {
                var mended = SqlTime.find(row, "mended_at");
                yield mended == null ? SqlTime.get(row, "created_at") : mended;
            }
        };
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isAfter(other) ? one : other;
    }
}
