package org.kameng.domain.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SqlRecalledCards implements RecalledCards {
    private final JdbcClient jdbc;
    private final CardReads reads;

    SqlRecalledCards(JdbcClient jdbc, CardReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    @Override
    public Optional<BatchRow> batch(long batch) {
        return reads.batch(batch);
    }

    @Override
    public int lock(long batch, Instant at) {
        Transactions.requireRunning("RecalledCards.lock");
        // First the batch, then its cards: whoever lets go of a card waits for this row and then sees the mark.
        jdbc.sql("update card_batch set recalled_at = coalesce(recalled_at, :at) where id = :batch")
                .param("at", SqlTime.of(at))
                .param("batch", batch)
                .update();
        return jdbc.sql("update card set state = 3 where batch_id = :batch and state = 0")
                .param("batch", batch)
                .update();
    }

    @Override
    public List<OrderNo> holders(long batch, int limit) {
        return jdbc.sql(
                        "select distinct order_no from card where batch_id = :batch and state = 1 order by order_no limit :limit")
                .param("batch", batch)
                .param("limit", limit)
                .query((row, n) -> new OrderNo(row.getString("order_no")))
                .list();
    }

    @Override
    public List<Lost> withdrawHeld(OrderNo order, long batch) {
        Transactions.requireRunning("RecalledCards.withdrawHeld");
        return jdbc.sql("""
                with held as (select id, line, reserved_until from card where order_no = :order and batch_id = :batch and state = 1 for update),
                taken as (update card set state = 3, order_no = null, line = null, slot = null, reserved_until = null
                  from held where card.id = held.id returning held.line, held.reserved_until)
                select line, count(*) as units, max(reserved_until) as until from taken group by line order by line""")
                .param("order", order.value())
                .param("batch", batch)
                .query((row, n) -> new Lost(row.getInt("line"), row.getInt("units"), SqlTime.get(row, "until")))
                .list();
    }

    @Override
    public List<SoldCard> sold(long batch, PageRequest page) {
        return jdbc.sql("""
                select id, order_no, line, slot, delivered_at from card where batch_id = :batch and state = 2
                order by order_no, line, slot offset :offset limit :limit""")
                .param("batch", batch)
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> new SoldCard(
                        row.getLong("id"),
                        new OrderNo(row.getString("order_no")),
                        row.getInt("line"),
                        row.getInt("slot"),
                        SqlTime.get(row, "delivered_at")))
                .list();
    }

    @Override
    public int restore(long batch) {
        Transactions.requireRunning("RecalledCards.restore");
        jdbc.sql("update card_batch set recalled_at = null where id = :batch")
                .param("batch", batch)
                .update();
        return jdbc.sql("update card set state = 0 where batch_id = :batch and state = 3")
                .param("batch", batch)
                .update();
    }
}
