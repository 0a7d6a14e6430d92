package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the purchases that need eyes. Knows nothing of who may look. */
@Component
class PurchaseQueue {
    /** A purchase that takes longer than this is looked after. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String NEEDS_EYES = """
            (p.state = 'UNKNOWN' or p.state in ('INTENDED', 'PROCESSING') and p.sent_at < :soon
              or p.state = 'BAD_GOODS' and p.judged_at is null and o.supply_end is null
              or p.state = 'PARTIAL' and p.ended_at > :day)""";

    private static final String ROWS = """
            select p.*, u.name as supplier_name, u.protocol, l.sku_code, l.name_zh, l.name_en, d.proposed_name,
              o.state = 'PAID' and o.supply_end is null and o.refund_accepted_at is null as awaited,
              o.refund_offered_at is not null as offered,
              exists (select 1 from source s join supplier v on v.id = s.supplier_id and v.in_use
                join source mine on mine.id = p.source_id and mine.offer_id = s.offer_id
                where s.contracted and s.paused_at is null and s.on_sale and s.cost_fen <= s.max_cost_fen and coalesce(s.stock, -1) <> 0
                  and not exists (select 1 from purchase q where q.order_no = p.order_no and q.line = p.line
                    and q.round = p.round and q.source_id = s.id)
                  and %s) as other_source
            from purchase p join orders o on o.no = p.order_no join supplier u on u.id = p.supplier_id
              join order_line l on l.order_no = p.order_no and l.line = p.line
              left join purchase_decision d on d.purchase_no = p.purchase_no and d.state = 'PROPOSED'
            """.formatted(Breakers.LETS_THROUGH);

    private static final String PAGE = ROWS + "where " + NEEDS_EYES + """
              and (:look = 'ALL' or :look = 'PENDING' and p.state in ('INTENDED', 'PROCESSING') or :look = p.state
                or :look = 'PROPOSED' and d.id is not null)
              and (:supplier::text is null or p.supplier_id = :supplier)
              and (:before::timestamptz is null or coalesce(p.sent_at, p.intended_at) <= :before)
              and (:no::text is null or p.order_no like :no or p.purchase_no like :no)
            order by case p.state when 'UNKNOWN' then 1 when 'BAD_GOODS' then 2 when 'PARTIAL' then 4 else 3 end,
              coalesce(p.sent_at, p.intended_at), p.purchase_no limit :limit offset :offset""";

    private static final String COUNTS = """
            select count(*) filter (where p.state = 'UNKNOWN') as unknown, count(*) filter (where p.state = 'BAD_GOODS') as bad,
              count(*) filter (where p.state in ('INTENDED', 'PROCESSING')) as pending,
              count(*) filter (where p.state = 'PARTIAL') as partial, count(d.id) as proposed
            from purchase p join orders o on o.no = p.order_no
              left join purchase_decision d on d.purchase_no = p.purchase_no and d.state = 'PROPOSED'
            where\s""" + NEEDS_EYES;

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Slice<DeskRow> page(DeskFilter filter, PageRequest page) {
        var supplier = filter.supplier();
        return Slice.of(
                about(PAGE)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("look", filter.look().name())
                        .param("supplier", supplier == null ? null : supplier.value())
                        .param("before", before(filter.olderThan()))
                        .param("no", like(filter.number()))
                        .param("limit", page.limitPlusOne())
                        .param("offset", page.offset())
                        .query((row, n) -> row(row))
                        .list(),
                page);
    }

    Optional<DeskRow> find(String purchaseNo) {
        List<DeskRow> found = jdbc.sql(ROWS + "where p.purchase_no = :purchase")
                .param("now", SqlTime.of(clock.instant()))
                .param("purchase", purchaseNo)
                .query((row, n) -> row(row))
                .list();
        return found.stream().findFirst();
    }

    DeskCounts count() {
        return about(COUNTS)
                .query((row, n) -> new DeskCounts(
                        row.getInt("unknown"),
                        row.getInt("bad"),
                        row.getInt("pending"),
                        row.getInt("partial"),
                        row.getInt("proposed")))
                .single();
    }

    private JdbcClient.StatementSpec about(String sql) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("soon", SqlTime.of(now.minus(SOON)))
                .param("day", SqlTime.of(now.minus(PurchaseRules.REST_MAY_COME)));
    }

    private @Nullable Object before(@Nullable Duration olderThan) {
        return olderThan == null ? null : SqlTime.of(clock.instant().minus(olderThan));
    }

    private static @Nullable String like(@Nullable String start) {
        if (start == null || start.isBlank()) return null;
        return start.strip().replaceAll("[%_\\\\]", "") + "%";
    }

    private DeskRow row(ResultSet row) throws SQLException {
        var now = clock.instant();
        var purchase = PurchaseReads.view(row);
        return new DeskRow(
                        purchase,
                        Protocol.valueOf(row.getString("protocol")),
                        row.getBoolean("direct"),
                        new SkuId(row.getString("sku_code")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getBoolean("awaited"),
                        row.getBoolean("offered"),
                        nextTry(row, purchase, now),
                        row.getBoolean("other_source"),
                        row.getBoolean("cancel_wanted"),
                        row.getString("cancel_refused"),
                        row.getString("proposed_name"),
                        null)
                .advised(now);
    }

    private static @Nullable Instant nextTry(ResultSet row, PurchaseView purchase, Instant now) throws SQLException {
        if (purchase.state().isOpen()) return purchase.askAt();
        var ended = purchase.endedAt();
        var grows = purchase.state() == PurchaseState.PARTIAL
                && ended != null
                && now.isBefore(ended.plus(PurchaseRules.REST_MAY_COME));
        return grows ? SqlTime.get(row, "ask_at") : null;
    }
}
