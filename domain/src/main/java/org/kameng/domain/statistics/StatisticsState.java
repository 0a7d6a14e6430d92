package org.kameng.domain.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the rollup is; its version tells open pages that numbers have changed, under the only number {@link #ALL}. */
@Repository
class StatisticsState implements RowVersions.Source {
    static final String ALL = "all";

    private final JdbcClient jdbc;

    StatisticsState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> countedUntil() {
        return jdbc.sql("select counted_until from statistics_state")
                .query((row, n) -> Optional.ofNullable(SqlTime.find(row, "counted_until")))
                .single();
    }

    void counted(Instant until, boolean changed) {
        jdbc.sql("update statistics_state set counted_until = :until, version = version + :step")
                .param("until", SqlTime.of(until))
                .param("step", changed ? 1 : 0)
                .update();
    }

    void changed() {
        jdbc.sql("update statistics_state set version = version + 1").update();
    }

    @Override
    public String kind() {
        return "statistics";
    }

    @Override
    public Map<String, Long> versions(Collection<String> nos) {
        if (!nos.contains(ALL)) return Map.of();
        return Map.of(
                ALL,
                jdbc.sql("select version from statistics_state")
                        .query(Long.class)
                        .single());
    }
}
