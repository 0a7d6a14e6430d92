package org.kameng.domain.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kameng.domain.order.RecalledHoldings.Replaced;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recalls at rest. */
@Component
class RecallTable implements RowVersions.Source {
    private static final int ORDERS_SHOWN = 200;

    private final JdbcClient jdbc;

    RecallTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long batch, Actor by, String reason, int withdrawn, Instant at) {
        return jdbc.sql("""
                insert into card_recall (batch_id, version, state, reason, asked_by, asked_by_name, asked_at, withdrawn, replaced, short,
                  changed_at) values (:batch, 1, 'LOCKING', :reason, :by, :name, :at, :withdrawn, 0, 0, :at) returning id""")
                .param("batch", batch)
                .param("reason", reason)
                .param("by", by.requireAccount().value())
                .param("name", by.name())
                .param("withdrawn", withdrawn)
                .param("at", SqlTime.of(at))
                .query(Long.class)
                .single();
    }

    /** The recall that stands on a batch. */
    Optional<RecallView> standing(long batch) {
        return find("batch_id = :id and state <> 'LIFTED'", batch);
    }

    Optional<RecallView> last(long batch) {
        return find("batch_id = :id order by (state <> 'LIFTED') desc, id desc limit 1", batch);
    }

    Optional<RecallView> find(long id) {
        return find("id = :id", id);
    }

    Optional<RecallView> lock(long id) {
        return find("id = :id for update", id);
    }

    /** Serialises whoever asks for a recall of the same batch. */
    void lockBatch(long batch) {
        jdbc.sql("select 1 from card_batch where id = :batch for update")
                .param("batch", batch)
                .query(Integer.class)
                .optional();
    }

    void held(long recall, OrderNo order, Replaced replaced) {
        if (replaced.replaced() + replaced.missing() == 0) return;
        jdbc.sql("""
                insert into card_recall_order (recall_id, order_no, replaced, short) values (:recall, :order, :replaced, :short)
                on conflict (recall_id, order_no) do nothing""")
                .param("recall", recall)
                .param("order", order.value())
                .param("replaced", replaced.replaced())
                .param("short", replaced.missing())
                .update();
    }

    /** From LOCKING, once nothing is held any more; replaced and missing units are those of the orders' rows. */
    void locked(long recall, RecallState to, int withdrawn, Instant at) {
        jdbc.sql("""
                update card_recall r set state = :to, version = version + 1, changed_at = :at, replaced = n.replaced, short = n.short,
                  withdrawn = :withdrawn
                from (select coalesce(sum(replaced), 0) as replaced, coalesce(sum(short), 0) as short from card_recall_order
                  where recall_id = :id) n
                where r.id = :id and r.state = 'LOCKING'""")
                .param("to", to.name())
                .param("withdrawn", withdrawn)
                .param("at", SqlTime.of(at))
                .param("id", recall)
                .update();
    }

    void decided(long recall, RecallState to, Actor by, String reason, Instant at) {
        jdbc.sql("""
                update card_recall set state = :to, version = version + 1, changed_at = :at, decided_by = :by, decided_by_name = :name,
                  decided_at = :at, decision_reason = :reason
                where id = :id and state in ('LOCKED', 'DONE') and decided_at is null""")
                .param("to", to.name())
                .param("at", SqlTime.of(at))
                .param("by", by.requireAccount().value())
                .param("name", by.name())
                .param("reason", reason)
                .param("id", recall)
                .update();
    }

    List<Long> unfinished(Instant before, int limit) {
        return jdbc.sql(
                        "select id from card_recall where state = 'LOCKING' and changed_at < :before order by changed_at limit :limit")
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    @Override
    public String kind() {
        return "recall";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var versions = new HashMap<String, Long>();
        jdbc.sql("select id, version from card_recall where id in (:ids)")
                .param("ids", nos.stream().map(Long::valueOf).toList())
                .query(row -> {
                    versions.put(row.getString("id"), row.getLong("version"));
                });
        return versions;
    }

    private Optional<RecallView> find(String where, long id) {
        return jdbc.sql("select * from card_recall where " + where)
                .param("id", id)
                .query((row, n) -> view(row, orders(row.getLong("id"))))
                .optional();
    }

    private List<RecallView.Held> orders(long recall) {
        return jdbc.sql("""
                select order_no, replaced, short from card_recall_order where recall_id = :id order by short desc, order_no
                limit :most""")
                .param("id", recall)
                .param("most", ORDERS_SHOWN)
                .query((row, n) -> new RecallView.Held(
                        new OrderNo(row.getString("order_no")), row.getInt("replaced"), row.getInt("short")))
                .list();
    }

    private static RecallView view(ResultSet row, List<RecallView.Held> orders) throws SQLException {
        return new RecallView(
                row.getLong("id"),
                row.getLong("batch_id"),
                RecallState.valueOf(row.getString("state")),
                row.getString("reason"),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getString("asked_by_name"),
                SqlTime.get(row, "asked_at"),
                row.getString("decided_by_name"),
                SqlTime.find(row, "decided_at"),
                row.getString("decision_reason"),
                row.getInt("withdrawn"),
                row.getInt("replaced"),
                row.getInt("short"),
                orders,
                row.getLong("version"));
    }
}
