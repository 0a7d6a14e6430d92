package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The broker of a {@link Home}, one partition, gateway inside. */
final class LocalZeebe implements ZeebeServer {
    static final String PART = "zeebe";
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String DATABASE = "database";

    private final Home home;
    private final Ports ports;
    private final boolean clockControlled;
    private final List<String> ahead;

    LocalZeebe(Home home, Ports ports, boolean clockControlled) {
        this(home, ports, clockControlled, ClassCache.options());
    }

    LocalZeebe(Home home, Ports ports, boolean clockControlled, List<String> ahead) {
        this.home = home;
        this.ports = ports;
        this.clockControlled = clockControlled;
        this.ahead = ahead;
    }

    @Override
    public void start() {
        home.locked(PART, () -> {
            if (Child.find(home, PART).isEmpty()) {
                launch();
            }
            return PART;
        });
    }

    @Override
    public void startWithFeed(String database) {
        if (!Files.isRegularFile(feedJar())) {
            throw new LocalException("The feed is not built: no " + Checkout.relative(feedJar()));
        }
        home.locked(PART, () -> {
            if (!database.equals(feedDatabase())) {
                // The log of a broker belongs to one database: with another one it begins anew.
                wipe();
                Properties choice = new Properties();
                choice.setProperty(DATABASE, database);
                PropertyFiles.write(feedChoice(), choice);
            }
            start();
            return PART;
        });
    }

    /** Chooses the database of the feed for the next start, keeping the log. */
    void feedTo(String database) {
        Properties choice = new Properties();
        choice.setProperty(DATABASE, database);
        PropertyFiles.write(feedChoice(), choice);
    }

    private void launch() {
        Path distribution = Distribution.ZEEBE.unpacked();
        Path data = home.data(PART);
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new LocalException("Zeebe cannot write to " + data + ": " + e.getMessage(), e);
        }
        Await await = new Await("Zeebe", PATIENCE, home.log(PART));
        Child child = Child.start(home, PART, command(distribution), environment(data), data);
        try {
            await.until(child::alive, this::ready);
        } catch (RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    private List<String> command(Path distribution) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Some 70 MB live: a smaller heap would be marked through all day long.
                "-Xms256m",
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        command.addAll(ahead);
        command.addAll(List.of(
                "-cp",
                classPath(distribution.resolve("lib")),
                // Its log files go to <app.home>/logs, ours: the distribution is shared and stays untouched.
                "-Dapp.home=" + home.dir(),
                "-Dbasedir=" + home.dir(),
                "-Dspring.config.additional-location="
                        + distribution.resolve("config").toUri(),
                "-Dlogging.config="
                        + distribution.resolve("config").resolve("log4j2.xml").toUri(),
                "io.camunda.application.StandaloneBroker"));
        return command;
    }

    // Jars only and always in the same order: what a class cache was made for is compared with this.
    private static String classPath(Path lib) {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(Path data) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("ZEEBE_LOG_APPENDER", "RollingFile");
        env.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toString());
        env.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        env.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", "127.0.0.1");
        env.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", port(Ports.Service.ZEEBE_COMMAND));
        env.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", port(Ports.Service.ZEEBE_INTERNAL));
        env.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        env.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", port(Ports.Service.ZEEBE_GRPC));
        env.put("SERVER_ADDRESS", "127.0.0.1");
        env.put("SERVER_PORT", port(Ports.Service.ZEEBE_REST));
        env.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        env.put("MANAGEMENT_SERVER_PORT", port(Ports.Service.ZEEBE_MANAGEMENT));
        env.put("ZEEBE_CLOCK_CONTROLLED", Boolean.toString(clockControlled));
        env.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", "1");
        // Alone there is nobody to wait for: elect at once instead of after 2.5 s.
        env.put("ZEEBE_BROKER_CLUSTER_ELECTIONTIMEOUT", "600ms");
        env.put("ZEEBE_BROKER_CLUSTER_HEARTBEATINTERVAL", "150ms");
        // By itself the broker refuses whatever would make it slower than 200 ms; on two shared cores that was every
        // third
        // command under load, and a refused one costs both sides more than one that waits.
        env.put("ZEEBE_BROKER_BACKPRESSURE_ALGORITHM", "fixed");
        env.put("ZEEBE_BROKER_BACKPRESSURE_FIXED_LIMIT", "256");
        env.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB");
        env.put("ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "5m");
        env.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
        env.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
        env.put("ZEEBE_BROKER_EXPERIMENTAL_RAFT_PREALLOCATESEGMENTFILES", "false");
        env.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "128MB");
        env.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1");
        env.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1");
        String database = feedDatabase();
        if (database != null && Files.isRegularFile(feedJar())) {
            env.putAll(feed(database));
        }
        return env;
    }

    private Map<String, String> feed(String database) {
        LocalPostgres postgres = new LocalPostgres(home, ports.of(Ports.Service.POSTGRES));
        String prefix = "ZEEBE_BROKER_EXPORTERS_ENGINEFEED_";
        return Map.of(
                prefix + "CLASSNAME", "org.kameng.tools.enginefeed.EngineFeed",
                prefix + "JARPATH", Jars.copyFor(home, feedJar()).toString(),
                prefix + "ARGS_URL", postgres.jdbcUrl(database),
                prefix + "ARGS_USER", postgres.feedUser(),
                prefix + "ARGS_PASSWORD", postgres.feedPassword());
    }

    private boolean ready() {
        return Http.get(URI.create(management() + "/actuator/health/status")).contains("\"UP\"")
                && Http.get(URI.create(rest() + "/v2/topology"))
                        .toLowerCase(Locale.ROOT)
                        .contains("\"leader\"");
    }

    /** Whether the broker answers and leads its partition. */
    boolean healthy() {
        return ready();
    }

    void stop(Duration patience) {
        Child.find(home, PART).ifPresent(child -> child.stop("TERM", patience));
    }

    @Override
    public void killHard() {
        Child.find(home, PART).ifPresent(Child::kill);
    }

    @Override
    public void wipe() {
        home.locked(PART, () -> {
            killHard();
            Home.delete(home.data(PART));
            return PART;
        });
    }

    @Override
    public URI grpc() {
        return address(Ports.Service.ZEEBE_GRPC);
    }

    @Override
    public URI rest() {
        return address(Ports.Service.ZEEBE_REST);
    }

    @Override
    public URI management() {
        return address(Ports.Service.ZEEBE_MANAGEMENT);
    }

    private URI address(Ports.Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    private String port(Ports.Service service) {
        return Integer.toString(ports.of(service));
    }

    static Path feedJar() {
        return Checkout.root().resolve("tools/engine-feed/target/engine-feed.jar");
    }

    private Path feedChoice() {
        return home.run().resolve("zeebe-feed.properties");
    }

    private @Nullable String feedDatabase() {
        return Files.exists(feedChoice()) ? PropertyFiles.read(feedChoice()).getProperty(DATABASE) : null;
    }
}
