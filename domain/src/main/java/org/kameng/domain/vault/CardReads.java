package org.kameng.domain.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads delivered cards and batches. */
@Component
class CardReads {
    static final String BOX = """
            select c.id, c.order_no, c.line, c.slot, o.sku_code, s.name_zh, s.name_en, e.name as seller_name,
              case when c.expires_on = 'infinity' then null else c.expires_on end as expires, c.delivered_at, r.revealed_at,
              c.owner_id, s.guide_zh, s.guide_en, s.after_sales_days
            from card c join offer o on o.id = c.offer_id join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id
              join product p on p.id = s.product_id left join card_first_reveal r on r.card_id = c.id
            where c.state = 2 and""";

    private static final String BATCHES = """
            select b.id, o.sku_code, s.name_zh, s.name_en, o.seller_id, e.name as seller_name, b.file_name, b.file_sha256,
              b.imported_by_name, b.imported_at, b.recalled_at is not null as recalled, b.cards, n.available, n.reserved, n.delivered,
              n.withdrawn
            from (select * from card_batch %s) b
              join offer o on o.id = b.offer_id join sku s on s.code = o.sku_code join seller e on e.id = o.seller_id,
              lateral (select count(*) filter (where state = 0) as available, count(*) filter (where state = 1) as reserved,
                count(*) filter (where state = 2) as delivered, count(*) filter (where state = 3) as withdrawn
                from card where batch_id = b.id) n
            order by b.imported_at desc, b.id desc""";

    private final JdbcClient jdbc;

    CardReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivered card with its owner. */
    record Owned(AccountId owner, CardBoxRow card) {}

    /** What it takes to open a card. */
    record Secret(long batchId, CardSeal.WrappedBatchKey batchKey, CardSeal.Sealed sealed) {}

    List<CardBoxRow> box(List<AccountId> owners, PageRequest page) {
        return jdbc
                .sql(
                        BOX
                                + " c.owner_id in (:owners) order by c.delivered_at desc, c.id desc offset :offset limit :limit")
                .param("owners", owners.stream().map(AccountId::value).toList())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> owned(row))
                .list()
                .stream()
                .map(Owned::card)
                .toList();
    }

    List<Owned> ofOrder(OrderNo no, PageRequest page) {
        return jdbc.sql(BOX + " c.order_no = :no order by c.line, c.slot offset :offset limit :limit")
                .param("no", no.value())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> owned(row))
                .list();
    }

    Optional<Owned> delivered(long cardId) {
        return jdbc.sql(BOX + " c.id = :id")
                .param("id", cardId)
                .query((row, n) -> owned(row))
                .optional();
    }

    /** Empty when the card was shredded. */
    Optional<Secret> secret(long cardId) {
        return jdbc.sql("""
                select b.id, b.kek_version, b.wrapped_key as batch_key, s.data_key_id, s.wrapped_key, s.ciphertext
                from card c join card_batch b on b.id = c.batch_id join card_secret s on s.card_id = c.id
                where c.id = :id and s.wrapped_key is not null""")
                .param("id", cardId)
                .query((row, n) -> new Secret(
                        row.getLong("id"),
                        new CardSeal.WrappedBatchKey(row.getInt("kek_version"), row.getBytes("batch_key")),
                        new CardSeal.Sealed(
                                row.getObject("data_key_id", UUID.class),
                                row.getBytes("wrapped_key"),
                                row.getBytes("ciphertext"))))
                .optional();
    }

    List<BatchRow> batches(PageRequest page) {
        return jdbc.sql(BATCHES.formatted("order by imported_at desc, id desc offset :offset limit :limit"))
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> batch(row))
                .list();
    }

    Optional<BatchRow> batch(long id) {
        return jdbc.sql(BATCHES.formatted("where id = :id"))
                .param("id", id)
                .query((row, n) -> batch(row))
                .optional();
    }

    private static BatchRow batch(ResultSet row) throws SQLException {
        return new BatchRow(
                row.getLong("id"),
                new SkuId(row.getString("sku_code")),
                row.getString("name_zh"),
                row.getString("name_en"),
                new SellerId(row.getString("seller_id")),
                row.getString("seller_name"),
                row.getString("file_name"),
                row.getBytes("file_sha256") == null ? "" : HexFormat.of().formatHex(row.getBytes("file_sha256")),
                row.getString("imported_by_name"),
                SqlTime.get(row, "imported_at"),
                row.getInt("cards"),
                row.getInt("available"),
                row.getInt("reserved"),
                row.getInt("delivered"),
                row.getInt("withdrawn"),
                row.getBoolean("recalled"));
    }

    static Owned owned(ResultSet row) throws SQLException {
        var delivered = SqlTime.get(row, "delivered_at");
        var expires = row.getObject("expires", LocalDate.class);
        return new Owned(
                new AccountId(row.getObject("owner_id", UUID.class)),
                new CardBoxRow(
                        row.getLong("id"),
                        new OrderNo(row.getString("order_no")),
                        row.getInt("line"),
                        row.getInt("slot"),
                        new SkuId(row.getString("sku_code")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("seller_name"),
                        expires,
                        delivered,
                        SqlTime.find(row, "revealed_at"),
                        row.getString("guide_zh"),
                        row.getString("guide_en"),
                        delivered.plus(Duration.ofDays(row.getInt("after_sales_days")))));
    }
}
