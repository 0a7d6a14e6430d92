package org.kameng.processes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.processes.FedHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedMonthsTest {
    @Test
    void months_after_those_of_the_first_migration_get_partitions_of_their_own() {
        try (var house = new FedHouse("feed_months")) {
            var jdbc = house.bean(JdbcClient.class);
            var months = new FeedMonths(jdbc, Clock.fixed(Instant.parse("2030-12-31T23:30:00Z"), ZoneOffset.UTC));
            assertThat(months.sweep(1)).isZero();
            assertThat(months.sweep(1)).as("again").isZero();
            assertThat(jdbc.sql("select to_regclass('engine.' || name)::text from unnest(:names::text[]) t(name)")
                            .param(
                                    "names",
                                    List.of("element_event_203012", "job_event_203102")
                                            .toArray(String[]::new))
                            .query(String.class)
                            .list())
                    .doesNotContainNull();
        }
    }
}
