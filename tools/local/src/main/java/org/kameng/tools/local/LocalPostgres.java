package org.kameng.tools.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** PostgreSQL of a {@link Home}: made at the first start, durable always. */
final class LocalPostgres implements PostgresServer {
    static final String PART = "postgres";
    private static final String OWNER = "kameng_owner";
    private static final String APP = "kameng_app";
    private static final String FEED = "kameng_feed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final int port;
    private final Secrets secrets;

    LocalPostgres(Home home, int port) {
        this.home = home;
        this.port = port;
        this.secrets = Secrets.of(home);
    }

    @Override
    public void start() {
        home.locked(PART, () -> {
            if (Child.find(home, PART).isEmpty()) {
                launch();
            }
            return port;
        });
    }

    private void launch() {
        Path data = home.data(PART);
        Path binaries = Distribution.POSTGRES.unpacked().resolve("bin");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            new PostgresData(home).make(binaries, data, secrets.password("postgres"));
        }
        List<String> command = Tools.concat(Tools.unprivileged(), command(binaries, data));
        Await await = new Await("PostgreSQL", PATIENCE, home.log(PART));
        Child child = Child.start(home, PART, command, Map.of("LC_ALL", "C", "TZ", "UTC"), data);
        try {
            await.until(child::alive, this::accepts);
            assertDurable();
            createRoles();
        } catch (RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    private List<String> command(Path binaries, Path data) {
        return List.of(
                binaries.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=160MB",
                "-c",
                "shared_preload_libraries=pg_stat_statements",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                "-c",
                "idle_in_transaction_session_timeout=5min");
    }

    private boolean accepts() {
        try (Connection ignored = connect("postgres")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** The promise of the house rests on these three; a server without them is not handed out. */
    private void assertDurable() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !"on".equals(row.getString(1))) {
                        throw new LocalException("PostgreSQL runs with " + setting + " off; it must be on");
                    }
                }
            }
        } catch (SQLException e) {
            throw new LocalException("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private void createRoles() {
        for (String role : List.of(OWNER, APP, FEED)) {
            // Both words are ours: letters, digits, - and _ only.
            execute(
                    "postgres",
                    "do $$ begin if not exists (select from pg_roles where rolname = '" + role
                            + "') then create role " + role + " login password '" + secrets.password(role)
                            + "'; end if; end $$");
        }
    }

    @Override
    public String createDatabase(String prefix) {
        String name = prefix.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + "_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        create(name);
        return name;
    }

    @Override
    public void ensureDatabase(String name) {
        try (Connection connection = connect("postgres");
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        } catch (SQLException e) {
            throw new LocalException("PostgreSQL does not answer: " + e.getMessage(), e);
        }
        create(name);
    }

    private void create(String name) {
        execute("postgres", "create database \"" + name + "\" owner " + OWNER);
        execute("postgres", "revoke all on database \"" + name + "\" from public");
        execute("postgres", "grant connect on database \"" + name + "\" to " + APP + ", " + FEED);
        execute(name, "grant usage on schema public to " + APP);
        execute(name, "revoke all on schema public from public");
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LocalException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database) + "?connectTimeout=5&socketTimeout=60", "postgres", secrets.password("postgres"));
    }

    @Override
    public void killHard() {
        Child.find(home, PART).ifPresent(Child::kill);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String ownerUser() {
        return OWNER;
    }

    @Override
    public String ownerPassword() {
        return secrets.password(OWNER);
    }

    @Override
    public String appUser() {
        return APP;
    }

    @Override
    public String appPassword() {
        return secrets.password(APP);
    }

    @Override
    public String feedUser() {
        return FEED;
    }

    @Override
    public String feedPassword() {
        return secrets.password(FEED);
    }

    @Override
    public int port() {
        return port;
    }
}
