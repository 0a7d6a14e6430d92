package org.kameng.domain.vault;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches and cards being written; reading and selling stand elsewhere. */
@Component
class CardTable {
    private static final String PURPOSE = "card";
    static final int CHUNK = 1_000;
    /** Any number, the same in all instances: imports go one after the other, so that none misses another's cards. */
    private static final long IMPORT_LOCK = 0x6b616d656e67L;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BlindIndex index;

    CardTable(JdbcClient jdbc, JdbcTemplate template, BlindIndex index) {
        this.jdbc = jdbc;
        this.template = template;
        this.index = index;
    }

    Optional<Integer> offerId(SkuId sku, SellerId seller) {
        return jdbc.sql("""
                select o.id from offer o join sku s on s.code = o.sku_code
                where o.sku_code = :sku and o.seller_id = :seller and s.kind = 'CARD'""")
                .param("sku", sku.value())
                .param("seller", seller.value())
                .query(Integer.class)
                .optional();
    }

    int promiseDays(SkuId sku) {
        return jdbc.sql("select promise_days from sku where code = :sku")
                .param("sku", sku.value())
                .query(Integer.class)
                .single();
    }

    /** The batch that a file with this hash was imported as. */
    Optional<Long> batchOf(byte[] sha256) {
        return jdbc.sql("select id from card_batch where file_sha256 = :sha order by id limit 1")
                .param("sha", sha256)
                .query(Long.class)
                .optional();
    }

    void lockImports() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", IMPORT_LOCK)
                .query((row, n) -> n)
                .list();
    }

    /** Lines whose number is in the vault already, under whatever version of the index key. */
    List<Integer> known(List<CardLine> lines) {
        var found = new ArrayList<Integer>();
        for (var from = 0; from < lines.size(); from += CHUNK) {
            found.addAll(knownOf(lines.subList(from, Math.min(lines.size(), from + CHUNK))));
        }
        return found;
    }

    private List<Integer> knownOf(Collection<CardLine> lines) {
        var lineOf = new HashMap<String, Integer>();
        for (var line : lines) {
            index.candidates(PURPOSE, line.normalised())
                    .values()
                    .forEach(hash -> lineOf.put(HexFormat.of().formatHex(hash), line.line()));
        }
        return jdbc
                .sql(
                        "select encode(blind_index, 'hex') from card_secret where blind_index = any(select decode(h, 'hex') from unnest(cast(:hashes as text[])) h)")
                .param("hashes", lineOf.keySet().toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(lineOf::get)
                .distinct()
                .sorted()
                .toList();
    }

    long nextBatchId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('card_batch', 'id'))")
                .query(Long.class)
                .single();
    }

    List<Long> nextCardIds(int count) {
        return jdbc.sql("select nextval(pg_get_serial_sequence('card', 'id')) from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    void insertBatch(
            long id, int offer, CardImport.Provenance from, int cards, CardSeal.WrappedBatchKey key, Instant at) {
        var account = from.operator().account();
        jdbc.sql("""
                insert into card_batch (id, offer_id, file_name, file_sha256, imported_by, imported_by_name, imported_at, cards,
                  kek_version, wrapped_key) overriding system value
                values (:id, :offer, :file, :sha, :by, :name, :at, :cards, :kek, :key)""")
                .param("id", id)
                .param("offer", offer)
                .param("file", from.fileName())
                .param("sha", from.sha256())
                .param("by", account == null ? null : account.value())
                .param("name", from.operator().name())
                .param("at", SqlTime.of(at))
                .param("cards", cards)
                .param("kek", key.kekVersion())
                .param("key", key.bytes())
                .update();
    }

    void insertBought(long id, int offer, String purchaseNo, int cards, CardSeal.WrappedBatchKey key, Instant at) {
        jdbc.sql("""
                insert into card_batch (id, offer_id, file_name, imported_by_name, imported_at, cards, kek_version, wrapped_key,
                  purchase_no) overriding system value
                values (:id, :offer, :purchase, 'system:purchase', :at, :cards, :kek, :key, :purchase)""")
                .param("id", id)
                .param("offer", offer)
                .param("purchase", purchaseNo)
                .param("at", SqlTime.of(at))
                .param("cards", cards)
                .param("kek", key.kekVersion())
                .param("key", key.bytes())
                .update();
    }

    void insertCards(long batch, int offer, List<Long> ids, List<CardLine> lines) {
        var rows = indexes(lines);
        template.batchUpdate(
                "insert into card (id, batch_id, offer_id, expires_on, state) values (?, ?, ?, coalesce(cast(? as date), 'infinity'), 0)",
                rows,
                CHUNK,
                (statement, row) -> {
                    statement.setLong(1, ids.get(row));
                    statement.setLong(2, batch);
                    statement.setInt(3, offer);
                    statement.setObject(4, lines.get(row).expiresOn(), java.sql.Types.DATE);
                });
    }

    void insertSecrets(List<Long> ids, List<CardLine> lines, Sealer sealer) {
        template.batchUpdate(
                "insert into card_secret (card_id, data_key_id, wrapped_key, ciphertext, index_version, blind_index) values (?, ?, ?, ?, ?, ?)",
                indexes(lines),
                CHUNK,
                (statement, row) -> bindSecret(statement, ids.get(row), lines.get(row), sealer));
    }

    private void bindSecret(PreparedStatement statement, long id, CardLine line, Sealer sealer) throws SQLException {
        var sealed = sealer.seal(id, line.content());
        statement.setLong(1, id);
        statement.setObject(2, sealed.dataKeyId());
        statement.setBytes(3, sealed.wrappedKey());
        statement.setBytes(4, sealed.ciphertext());
        statement.setInt(5, index.version());
        statement.setBytes(6, index.of(PURPOSE, line.normalised()));
    }

    private static List<Integer> indexes(List<?> of) {
        return IntStream.range(0, of.size()).boxed().toList();
    }

    /** Seals one card's content for its row. */
    interface Sealer {
        CardSeal.Sealed seal(long cardId, CardContent content);
    }
}
