package org.kameng.domain.risk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.risk.RiskRow.Stage;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Transactions;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

@Service
class SqlRisk implements RiskService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration MEMORY = Duration.ofDays(5);

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final RuleBooks books;
    private final FeatureReader features;

    SqlRisk(JdbcClient jdbc, BlindIndex index, RuleBooks books, FeatureReader features) {
        this.jdbc = jdbc;
        this.index = index;
        this.books = books;
        this.features = features;
    }

    @Override
    public RiskDecision atOrder(OrderFacts f) {
        return decide(new Subject(
                Stage.ORDER,
                f.order(),
                f.buyer(),
                f.accountSince(),
                f.amount().fen(),
                f.business(),
                f.ip(),
                ip(f.ip()),
                device(f.device()),
                null,
                0,
                f.buyerAge(),
                f.at()));
    }

    @Override
    public void oneByOne(AccountId buyer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('risk|' || :buyer, 0))")
                .param("buyer", buyer.toString())
                .query(row -> {});
    }

    @Override
    public RiskDecision atPayment(PaymentFacts f) {
        return decide(new Subject(
                Stage.PAYMENT,
                f.order(),
                f.buyer(),
                f.accountSince(),
                f.amount().fen(),
                f.business(),
                f.ip(),
                ip(f.ip()),
                device(f.device()),
                f.payerIndex(),
                f.failedAttempts(),
                null,
                f.at()));
    }

    @Override
    public Optional<RiskDecision> latest(OrderNo no) {
        return jdbc.sql(
                        "select id, score, flags, rule_version from risk_decision where order_no = :no order by id desc limit 1")
                .param("no", no.value())
                .query((row, n) -> new RiskDecision(
                        row.getLong("id"), row.getInt("score"), texts(row, "flags"), row.getString("rule_version")))
                .optional();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<RiskRow> ofOrder(Actor staff, OrderNo no) {
        staff.require(
                Role.SUPPORT_AGENT,
                Role.OPERATOR,
                Role.AUDITOR,
                Role.FINANCE,
                Role.COMPLIANCE_OFFICER,
                Role.COMPLIANCE_LEAD);
        return jdbc.sql("select * from risk_decision where order_no = :no order by id limit 100")
                .param("no", no.value())
                .query((row, n) -> new RiskRow(
                        row.getLong("id"),
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("score"),
                        texts(row, "flags"),
                        row.getString("rule_version"),
                        (Map<String, Object>) JSON.readValue(row.getString("features"), Map.class),
                        SqlTime.get(row, "decided_at")))
                .list();
    }

    private RiskDecision decide(Subject subject) {
        Transactions.requireRunning("RiskService");
        var book = books.at(subject.at());
        var seen = features.of(subject, book);
        var hits = RiskRules.judge(book, seen);
        var score = RiskRules.score(hits, earlier(subject, book));
        var id = store(subject, book, seen, hits, score);
        return new RiskDecision(id, score, hits.flags(), book.version());
    }

    private List<RiskRules.Earlier> earlier(Subject subject, RuleBook book) {
        var since = subject.at().minus(MEMORY);
        return jdbc.sql("""
                select f as rule, max(decided_at) as last from risk_decision d, unnest(d.flags) f
                where account_id = :account and stage in ('ORDER', 'PAYMENT') and decided_at > :since and cardinality(flags) > 0
                group by f limit 100""")
                .param("account", subject.account().value())
                .param("since", SqlTime.of(since))
                .query((row, n) -> new RiskRules.Earlier(
                        row.getString("rule"),
                        mildest(book, row.getString("rule")),
                        ago(SqlTime.get(row, "last"), subject.at())))
                .list();
    }

    private static Duration ago(Instant last, Instant now) {
        return last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }

    // Which of the two weights fired earlier is not kept; the milder one fades, so that old hits never grow.
    private static int mildest(RuleBook book, String rule) {
        return book.rules().stream()
                .filter(known -> known.id().equals(rule))
                .mapToInt(known -> Math.min(known.firstWeight(), known.secondWeight()))
                .findFirst()
                .orElse(0);
    }

    private long store(Subject subject, RuleBook book, Features seen, RiskRules.Hits hits, int score) {
        return jdbc.sql("""
                insert into risk_decision (stage, order_no, account_id, amount_fen, ip_index, device_index, payer_index, score, flags,
                  rule_version, features, decided_at)
                values (:stage, :order, :account, :amount, :ip, :device, :payer, :score, cast(:flags as text[]), :version,
                  cast(:features as jsonb), :at) returning id""")
                .param("stage", subject.stage().name())
                .param("order", subject.order().value())
                .param("account", subject.account().value())
                .param("amount", subject.amount())
                .param("ip", subject.ipIndex())
                .param("device", subject.deviceIndex())
                .param("payer", subject.payerIndex())
                .param("score", score)
                .param("flags", hits.flags().toArray(String[]::new))
                .param("version", book.version())
                .param("features", JSON.writeValueAsString(seen.facts()))
                .param("at", SqlTime.of(subject.at()))
                .query(Long.class)
                .single();
    }

    private byte[] ip(String ip) {
        return index.of("risk|ip", ip);
    }

    private byte[] device(String device) {
        return index.of("risk|device", device);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
