package org.kameng.domain.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Files that wait for their import, and what came of them. */
@Component
class ImportTable implements RowVersions.Source {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROWS = """
            select i.token, i.version, i.file_name, i.file_sha256, i.by_account, i.by_name, i.state, i.lines, i.imported, i.report, i.failure,
              i.kek_version, i.wrapped_key, i.changed_at, o.sku_code, o.seller_id
            from card_import i join offer o on o.id = i.offer_id where\s""";

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file with its owner and key. Its content is read apart, by the one who imports it: pages ask for the rest often. */
    record Waiting(ImportStatus status, AccountId owner, String ownerName, CardSeal.WrappedBatchKey key) {}

    void add(ImportStatus status, int offer, AccountId by, String name, CardSeal.WrappedBatchKey key, byte[] content) {
        jdbc.sql("""
                insert into card_import (token, version, offer_id, file_name, file_sha256, by_account, by_name, state, lines, imported,
                  kek_version, wrapped_key, content, created_at, changed_at)
                values (:token, :version, :offer, :file, :sha, :by, :name, :state, :lines, 0, :kek, :key, :content, :at, :at)""")
                .param("token", status.token())
                .param("version", status.version())
                .param("offer", offer)
                .param("file", status.fileName())
                .param("sha", HexFormat.of().parseHex(status.fileSha256()))
                .param("by", by.value())
                .param("name", name)
                .param("state", status.state().name())
                .param("lines", status.lines())
                .param("kek", key.kekVersion())
                .param("key", key.bytes())
                .param("content", content)
                .param("at", SqlTime.of(status.changedAt()))
                .update();
    }

    Optional<Waiting> find(UUID token) {
        return jdbc.sql(ROWS + "i.token = :token")
                .param("token", token)
                .query((row, n) -> waiting(row))
                .optional();
    }

    /** The sealed bytes, empty once the import ended. */
    Optional<byte[]> content(UUID token) {
        return jdbc.sql("select content from card_import where token = :token and content is not null")
                .param("token", token)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    List<ImportStatus> of(AccountId person, int limit) {
        return jdbc.sql(ROWS + "i.by_account = :by and i.state <> 'LEFT' order by i.created_at desc limit :limit")
                .param("by", person.value())
                .param("limit", limit)
                .query((row, n) -> status(row))
                .list();
    }

    /** True for the one who set it running. */
    boolean run(UUID token, Instant at) {
        return jdbc.sql("""
                        update card_import set state = 'RUNNING', imported = 0, tries = 0, version = version + 1, changed_at = :at
                        where token = :token and state in ('PREVIEWED', 'FAILED')""").param("token", token).param("at", SqlTime.of(at)).update() == 1;
    }

    /** True while there is a try left; counted before it is made, because it may take its process with it. */
    boolean take(UUID token, int most, Instant at) {
        return jdbc.sql("""
                        update card_import set tries = tries + 1, version = version + 1, changed_at = :at
                        where token = :token and state = 'RUNNING' and tries < :most""")
                        .param("token", token)
                        .param("most", most)
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }

    /** Keeps why a try broke off, and answers whether it was the last. */
    boolean brokeOff(UUID token, ImportStatus.Failure why, int most, Instant at) {
        return jdbc.sql("""
                        update card_import set failure = :why, state = case when tries >= :most then 'FAILED' else state end,
                          version = version + 1, changed_at = :at
                        where token = :token and state = 'RUNNING' returning state = 'FAILED'""")
                .param("why", why.name())
                .param("most", most)
                .param("token", token)
                .param("at", SqlTime.of(at))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void reached(UUID token, int lines, Instant at) {
        jdbc.sql("""
                update card_import set imported = :lines, version = version + 1, changed_at = :at
                where token = :token and state = 'RUNNING'""")
                .param("lines", lines)
                .param("token", token)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** False when it is no longer running: somebody gave it up meanwhile. */
    boolean end(UUID token, ImportStatus.State state, ImportReport report, Instant at) {
        return jdbc.sql("""
                update card_import set state = :state, imported = :imported, batch_id = :batch, report = cast(:report as jsonb),
                  content = null, version = version + 1, changed_at = :at where token = :token and state = 'RUNNING'""")
                        .param("state", state.name())
                        .param("imported", report.imported())
                        .param("batch", report.batchId(), java.sql.Types.BIGINT)
                        .param("report", JSON.writeValueAsString(report))
                        .param("token", token)
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }

    int leave(UUID token, Instant at) {
        return jdbc.sql("""
                update card_import set state = 'LEFT', content = null, version = version + 1, changed_at = :at
                where token = :token and state in ('PREVIEWED', 'FAILED')""").param("token", token).param("at", SqlTime.of(at)).update();
    }

    int leaveOlder(ImportStatus.State state, Instant than, Instant at, int limit) {
        return jdbc.sql("""
                update card_import set state = 'LEFT', content = null, version = version + 1, changed_at = :at
                where token in (select token from card_import where state = :state and changed_at < :than limit :limit)""")
                .param("state", state.name())
                .param("at", SqlTime.of(at))
                .param("than", SqlTime.of(than))
                .param("limit", limit)
                .update();
    }

    /** Imports that have not moved since; their process has probably died. */
    List<UUID> stuck(Instant since, int limit) {
        return jdbc.sql(
                        "select token from card_import where state = 'RUNNING' and changed_at < :since order by changed_at limit :limit")
                .param("since", SqlTime.of(since))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public String kind() {
        return "card-import";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        var versions = new HashMap<String, Long>();
        jdbc.sql("select token, version from card_import where token in (:tokens)")
                .param("tokens", nos.stream().map(UUID::fromString).toList())
                .query(row -> {
                    versions.put(row.getString("token"), row.getLong("version"));
                });
        return versions;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                status(row),
                new AccountId(row.getObject("by_account", UUID.class)),
                row.getString("by_name"),
                new CardSeal.WrappedBatchKey(row.getInt("kek_version"), row.getBytes("wrapped_key")));
    }

    private static ImportStatus status(ResultSet row) throws SQLException {
        var report = row.getString("report");
        var failure = row.getString("failure");
        return new ImportStatus(
                row.getObject("token", UUID.class),
                new OfferId(new SkuId(row.getString("sku_code")), new SellerId(row.getString("seller_id"))),
                row.getString("file_name"),
                HexFormat.of().formatHex(row.getBytes("file_sha256")),
                ImportStatus.State.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("imported"),
                report == null ? null : JSON.readValue(report, ImportReport.class),
                failure == null ? null : ImportStatus.Failure.valueOf(failure),
                SqlTime.get(row, "changed_at"),
                row.getLong("version"));
    }
}
