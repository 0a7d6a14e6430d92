package org.kameng.domain.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule data in force. A version never changes once written, so it is read once. */
@Component
class RuleBooks {
    private final JdbcClient jdbc;
    private final Map<String, RuleBook> read = new ConcurrentHashMap<>();

    RuleBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RuleBook at(Instant at) {
        var version =
                jdbc.sql("""
                select version from risk_rule_version where effective_at <= :at order by effective_at desc limit 1""").param("at", SqlTime.of(at)).query(String.class).single();
        return read.computeIfAbsent(version, this::load);
    }

    private RuleBook load(String version) {
        var nat = jdbc.sql("select known_nat from risk_rule_version where version = :version")
                .param("version", version)
                .query((row, n) -> Set.of((String[]) row.getArray(1).getArray()))
                .single();
        List<Rule> rules = jdbc.sql("select * from risk_rule where version = :version order by rule limit 100")
                .param("version", version)
                .query((row, n) -> rule(row))
                .list();
        return new RuleBook(version, List.copyOf(rules), nat);
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getString("rule"),
                row.getLong("first_threshold"),
                row.getLong("second_threshold"),
                row.getInt("first_weight"),
                row.getInt("second_weight"),
                row.getInt("business_factor"));
    }
}
