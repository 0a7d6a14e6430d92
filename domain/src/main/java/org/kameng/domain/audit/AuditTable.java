package org.kameng.domain.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditTable implements AuditLog, AuditQuery {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT = """
            insert into audit_event (month, at, actor_account, actor_name, what, subject_kind, subject_no, canonical, sha256)
            values (:month, :at, :account, :name, :what, :kind, :no, :canonical, :sha256)""";
    private static final String OF_SUBJECT = """
            select id, at, actor_name, what, subject_kind, subject_no, canonical, sha256 from audit_event
            where subject_kind = :kind and subject_no = :no order by at desc, id desc offset :offset limit :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void record(Actor by, String what, String subjectKind, String subjectNo, Map<String, Object> facts) {
        Transactions.requireRunning("AuditLog.record");
        var kept = FactRules.kept(facts);
        var at = clock.instant();
        var canonical = CanonicalJson.bytes(document(by, what, subjectKind, subjectNo, kept, at));
        jdbc.sql(INSERT)
                .param("month", LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1))
                .param("at", SqlTime.of(at))
                .param("account", by.account() == null ? null : by.account().value())
                .param("name", by.name())
                .param("what", what)
                .param("kind", subjectKind)
                .param("no", subjectNo)
                .param("canonical", canonical)
                .param("sha256", sha256(canonical))
                .update();
    }

    @Override
    public Slice<AuditRow> of(Actor staff, String subjectKind, String subjectNo, PageRequest page) {
        staff.requireStaff();
        var rows = jdbc.sql(OF_SUBJECT)
                .param("kind", subjectKind)
                .param("no", subjectNo)
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> read(row))
                .list();
        return Slice.of(rows, page);
    }

    private static Map<String, Object> document(
            Actor by, String what, String kind, String no, Map<String, Object> facts, Instant at) {
        var actor = new HashMap<String, Object>(Map.of("name", by.name()));
        if (by.account() != null) actor.put("account", by.account());
        return Map.of(
                "v",
                FORMAT,
                "at",
                at,
                "actor",
                actor,
                "what",
                what,
                "subject",
                Map.of("kind", kind, "no", no),
                "facts",
                facts);
    }

    @SuppressWarnings("unchecked")
    private static AuditRow read(ResultSet row) throws SQLException {
        var canonical = row.getBytes("canonical");
        var hash = row.getBytes("sha256");
        Map<String, Object> document = JSON.readValue(canonical, Map.class);
        return new AuditRow(
                row.getLong("id"),
                SqlTime.get(row, "at"),
                row.getString("actor_name"),
                row.getString("what"),
                row.getString("subject_kind"),
                row.getString("subject_no"),
                (Map<String, Object>) document.getOrDefault("facts", Map.of()),
                HexFormat.of().formatHex(hash),
                MessageDigest.isEqual(hash, sha256(canonical)) && saysTheSame(document, row));
    }

    // The columns are only copies for searching; a row whose copies differ from its canonical bytes was tampered with.
    private static boolean saysTheSame(Map<String, Object> document, ResultSet row) throws SQLException {
        return SqlTime.get(row, "at").toString().equals(document.get("at"))
                && row.getString("what").equals(document.get("what"))
                && Map.of("kind", row.getString("subject_kind"), "no", row.getString("subject_no"))
                        .equals(document.get("subject"))
                && document.get("actor") instanceof Map<?, ?> actor
                && row.getString("actor_name").equals(actor.get("name"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }
}
