package org.kameng.domain.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kameng.domain.catalog.ListingStandard.Word;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The standard in force. A version never changes once written, so it is read once. */
@Component
class ListingStandards {
    private final JdbcClient jdbc;
    private final Map<String, ListingStandard> read = new ConcurrentHashMap<>();

    ListingStandards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ListingStandard at(Instant at) {
        var version = jdbc.sql(
                        "select version from listing_standard where effective_at <= :at order by effective_at desc limit 1")
                .param("at", SqlTime.of(at))
                .query(String.class)
                .single();
        return read.computeIfAbsent(version, this::load);
    }

    private ListingStandard load(String version) {
        var words = jdbc.sql(
                        "select * from listing_word where version = :version order by length(word) desc, word limit 5000")
                .param("version", version)
                .query((row, n) -> word(row))
                .list();
        return jdbc.sql("select * from listing_standard where version = :version")
                .param("version", version)
                .query((row, n) -> new ListingStandard(
                        version,
                        row.getInt("lowest_price_percent"),
                        row.getInt("highest_price_percent"),
                        row.getInt("least_promise_days"),
                        words))
                .single();
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                row.getString("word"),
                row.getString("scope").equals("claims"),
                List.of((String[]) row.getArray("unless").getArray()),
                row.getString("reason_zh"),
                row.getString("reason_en"));
    }
}
