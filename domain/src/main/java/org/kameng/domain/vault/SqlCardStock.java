package org.kameng.domain.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SqlCardStock implements CardStock {
    private static final String OFFER = "(select id from offer where sku_code = :sku and seller_id = :seller)";

    // A card is sold while it keeps the promise of its SKU; what falls below it stays in stock and is told as at risk.
    private static final String ALIVE =
            "expires_on >= cast(:today as date) + (select promise_days from sku where code = :sku)";

    // The index card_available gives this order without a sort: first expired first out, expired cards outside the
    // range.
    private static final String PICKED = """
            with picked as materialized (
              select id, expires_on from card where offer_id = %s and state = 0 and %s
              order by expires_on, id limit :wanted for update skip locked),
            numbered as (select id, row_number() over (order by expires_on, id) as rank from picked),
            """.formatted(OFFER, ALIVE);

    private static final String FREE = """
            free as (select s.slot, row_number() over (order by s.slot) as rank from generate_series(1, :quantity) as s(slot)
              where not exists (select 1 from card c where c.order_no = :order and c.line = :line and c.slot = s.slot))
            """;

    private static final String DELIVER = """
            update card set state = 2, order_no = :order, line = :line, slot = free.slot, owner_id = :owner, delivered_at = :at
            from numbered join free using (rank) where card.id = numbered.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SqlCardStock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int available(SkuId sku, SellerId seller) {
        return jdbc.sql("select count(*) from card where offer_id = " + OFFER + " and state = 0 and " + ALIVE)
                .param("sku", sku.value())
                .param("seller", seller.value())
                .param("today", today())
                .query(Integer.class)
                .single();
    }

    @Override
    public int reserve(Units units, Instant until) {
        Transactions.requireRunning("CardStock.reserve");
        return pick(units, units.quantity(), """
                update card set state = 1, order_no = :order, line = :line, slot = free.slot, reserved_until = :until
                from numbered join free using (rank) where card.id = numbered.id""")
                .param("until", SqlTime.of(until))
                .update();
    }

    @Override
    public int release(OrderNo order) {
        Transactions.requireRunning("CardStock.release");
        // The batches are locked first: one that is recalled at this moment keeps its cards out of stock.
        return jdbc.sql("""
                with batch as materialized (select id, recalled_at is not null as recalled from card_batch
                  where id in (select batch_id from card where order_no = :order and state = 1) order by id for share)
                update card set state = case when batch.recalled then 3 else 0 end, order_no = null, line = null, slot = null,
                  reserved_until = null
                from batch where card.batch_id = batch.id and card.order_no = :order and card.state = 1""").param("order", order.value()).update();
    }

    @Override
    public int claim(Units units, AccountId owner, Instant at) {
        Transactions.requireRunning("CardStock.claim");
        var reserved = jdbc.sql("""
                update card set state = 2, owner_id = :owner, delivered_at = :at, reserved_until = null
                where order_no = :order and line = :line and state = 1 and\s""" + ALIVE)
                .param("owner", owner.value())
                .param("at", SqlTime.of(at))
                .param("order", units.order().value())
                .param("line", units.line())
                .param("sku", units.sku().value())
                .param("today", today())
                .update();
        if (reserved == units.quantity()) return reserved;
        // What was reserved and falls short of the promise meanwhile must leave its slot before another card takes it.
        release(units.order());
        return reserved
                + pick(units, units.quantity() - reserved, DELIVER)
                        .param("owner", owner.value())
                        .param("at", SqlTime.of(at))
                        .update();
    }

    @Override
    public int hand(List<Long> cards, Units units, AccountId owner, Instant at) {
        Transactions.requireRunning("CardStock.hand");
        return jdbc.sql("""
                with numbered as (select id, row_number() over (order by id) as rank from card
                  where id = any(cast(:cards as bigint[])) and state = 0 and offer_id = %s),
                """.formatted(OFFER) + FREE + DELIVER)
                .param("cards", cards.toArray(Long[]::new))
                .param("sku", units.sku().value())
                .param("seller", units.seller().value())
                .param("quantity", units.quantity())
                .param("order", units.order().value())
                .param("line", units.line())
                .param("owner", owner.value())
                .param("at", SqlTime.of(at))
                .update();
    }

    private JdbcClient.StatementSpec pick(Units units, int wanted, String update) {
        return jdbc.sql(PICKED + FREE + update)
                .param("sku", units.sku().value())
                .param("seller", units.seller().value())
                .param("today", today())
                .param("wanted", wanted)
                .param("quantity", units.quantity())
                .param("order", units.order().value())
                .param("line", units.line());
    }

    private LocalDate today() {
        return ShopTime.today(clock);
    }
}
