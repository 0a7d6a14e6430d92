package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
    private final PostgresServer postgres = LocalServers.shared().postgres();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void durability_is_on(String setting) throws SQLException {
        try (Connection connection = asApp(postgres.createDatabase("durable"));
                var row = connection.createStatement().executeQuery("show " + setting)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void fresh_databases_know_nothing_of_each_other() throws SQLException {
        String one = postgres.createDatabase("fresh");
        String other = postgres.createDatabase("fresh");
        try (Connection connection = asOwner(one)) {
            connection.createStatement().execute("create table card (no text)");
        }
        try (Connection connection = asOwner(other)) {
            assertThatThrownBy(() -> connection.createStatement().execute("select * from card"))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void the_application_may_not_change_the_schema_and_the_feed_sees_nothing_of_it() throws SQLException {
        String database = postgres.createDatabase("roles");
        try (Connection connection = asOwner(database)) {
            connection
                    .createStatement()
                    .execute("create table ledger (fen bigint); grant select on ledger to kameng_app");
        }
        try (Connection connection = asApp(database)) {
            connection.createStatement().execute("select * from ledger");
            assertThatThrownBy(() -> connection.createStatement().execute("create table mine (a int)"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(database), postgres.feedUser(), postgres.feedPassword())) {
            assertThatThrownBy(() -> connection.createStatement().execute("select * from public.ledger"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void servers_of_one_s_own_begin_anew_where_a_killed_caller_left_some(@TempDir Path folder) {
        LocalServers.own(folder.resolve("own")).postgres();
        LocalServers anew = LocalServers.own(folder.resolve("own"));
        try {
            assertThat(anew.postgres().createDatabase("anew")).startsWith("anew");
        } finally {
            anew.end();
        }
    }

    @Test
    void what_was_committed_is_there_after_a_power_cut() throws SQLException {
        String database = postgres.createDatabase("cut");
        try (Connection connection = asOwner(database)) {
            connection.createStatement().execute("create table paid (no int); insert into paid values (7)");
        }
        postgres.killHard();
        postgres.start();
        try (Connection connection = asOwner(database);
                var row = connection.createStatement().executeQuery("select no from paid")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    private Connection asOwner(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword());
    }

    private Connection asApp(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.appUser(), postgres.appPassword());
    }
}
