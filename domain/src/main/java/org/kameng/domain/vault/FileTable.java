package org.kameng.domain.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards of an order for its file: revealed in one statement, read page by page. */
@Component
class FileTable {
    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccountId> owners(OrderNo no) {
        return jdbc.sql("select distinct owner_id from card where order_no = :no and state = 2 limit 100")
                .param("no", no.value())
                .query((row, n) -> new AccountId(row.getObject("owner_id", UUID.class)))
                .list();
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('card_file', 'id'))")
                .query(Long.class)
                .single();
    }

    /** Writes down the file and the first reveal of each card that had none. */
    Counts record(long id, OrderNo no, AccountId by, Instant at, byte[] ip, byte[] device) {
        return jdbc.sql("""
                with cards as materialized (select id from card where order_no = :no and state = 2),
                fresh as materialized (
                  select id from cards where not exists (select 1 from card_first_reveal r where r.card_id = cards.id)),
                file as (
                  insert into card_file (id, order_no, taken_by, taken_at, cards, first_revealed, ip_sealed, device_sealed)
                    overriding system value
                  select :id, :no, :by, :at, (select count(*) from cards), (select count(*) from fresh), :ip, :device
                  returning id, cards, first_revealed),
                reveals as (
                  insert into card_first_reveal (card_id, revealed_at, revealed_by, file_id)
                  select fresh.id, :at, :by, file.id from fresh, file on conflict (card_id) do nothing)
                select cards, first_revealed from file""")
                .param("id", id)
                .param("no", no.value())
                .param("by", by.value())
                .param("at", SqlTime.of(at))
                .param("ip", ip)
                .param("device", device)
                .query((row, n) -> new Counts(row.getInt("cards"), row.getInt("first_revealed")))
                .single();
    }

    /** The next revealed cards after a line and slot; a shredded card comes without its secret. What arrived meanwhile is not among them. */
    List<Row> page(OrderNo no, int line, int slot, int limit) {
        return jdbc.sql("""
                select c.id, c.line, c.slot, o.sku_code, s.name_zh,
                  case when c.expires_on = 'infinity' then null else c.expires_on end as expires,
                  b.id as batch_id, b.kek_version, b.wrapped_key as batch_key, x.data_key_id, x.wrapped_key, x.ciphertext
                from card c join card_batch b on b.id = c.batch_id join offer o on o.id = c.offer_id
                  join sku s on s.code = o.sku_code join card_secret x on x.card_id = c.id
                where c.order_no = :no and c.state = 2 and (c.line, c.slot) > (:line, :slot)
                  and exists (select 1 from card_first_reveal r where r.card_id = c.id)
                order by c.line, c.slot limit :limit""")
                .param("no", no.value())
                .param("line", line)
                .param("slot", slot)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var key = row.getBytes("wrapped_key");
        var secret = key == null
                ? null
                : new CardReads.Secret(
                        row.getLong("batch_id"),
                        new CardSeal.WrappedBatchKey(row.getInt("kek_version"), row.getBytes("batch_key")),
                        new CardSeal.Sealed(row.getObject("data_key_id", UUID.class), key, row.getBytes("ciphertext")));
        return new Row(
                row.getLong("id"),
                row.getInt("line"),
                row.getInt("slot"),
                new SkuId(row.getString("sku_code")),
                row.getString("name_zh"),
                row.getObject("expires", LocalDate.class),
                secret);
    }

    /** How many cards a file holds, and how many of them had never been seen. */
    record Counts(int cards, int firstRevealed) {}

    /** A sealed card of the file. */
    record Row(
            long id,
            int line,
            int slot,
            SkuId sku,
            String name,
            @Nullable LocalDate expiresOn,
            CardReads.@Nullable Secret secret) {}
}
