package org.kameng.tools.enginefeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.kameng.tools.local.LocalServers;
import org.kameng.tools.local.PostgresServer;

/** A fresh database, read as the application reads it. */
final class FeedDatabase {

    private static final Path MIGRATION =
            Path.of("../../processes/src/main/resources/db/migration/V500__engine_feed.sql");

    private final PostgresServer server;
    private final String name;

    FeedDatabase(PostgresServer server) {
        this.server = server;
        this.name = server.createDatabase("feed");
    }

    static FeedDatabase empty() {
        return new FeedDatabase(LocalServers.shared().postgres());
    }

    static FeedDatabase migrated() {
        FeedDatabase database = empty();
        database.migrate();
        return database;
    }

    String name() {
        return name;
    }

    int port() {
        return server.port();
    }

    FeedSettings settings() {
        return new FeedSettings(server.jdbcUrl(name), server.feedUser(), server.feedPassword());
    }

    void migrate() {
        try {
            asOwner(Files.readString(MIGRATION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void asOwner(String sql) {
        try (Connection owner =
                        DriverManager.getConnection(server.jdbcUrl(name), server.ownerUser(), server.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by a bar. */
    List<String> rows(String sql) {
        try (Connection app =
                        DriverManager.getConnection(server.jdbcUrl(name), server.appUser(), server.appPassword());
                Statement statement = app.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String sql) {
        List<String> rows = rows(sql);
        return rows.size() == 1 ? rows.getFirst() : rows.toString();
    }

    /** Everything the feed ever wrote but its own heartbeat, without the number of the epoch. */
    List<String> dump() {
        return dump("true");
    }

    List<String> dump(String where) {
        List<String> all = new ArrayList<>();
        for (String table : List.of(
                "process_definition", "instance", "user_task", "element_event", "job_event", "incident", "timer")) {
            rows("select (to_jsonb(t) - 'epoch')::text from engine.%s t where %s order by 1".formatted(table, where))
                    .forEach(row -> all.add(table + row));
        }
        return all;
    }
}
