package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers that tests share, each started at its first use.
 *
 * <p>The system property {@code kameng.local.file} or the environment variable {@code KAMENG_LOCAL_FILE} names a file that describes
 * servers for the whole build; whoever wrote it stops them. Without it a JVM gets its own servers on free ports, which end with it.
 */
public final class LocalServers {
    static final String PROPERTY = "kameng.local.file";
    static final String ENVIRONMENT = "KAMENG_LOCAL_FILE";

    private final Home home;
    private final LocalPostgres postgres;
    private final LocalZeebe zeebe;
    private final LocalElasticsearch elasticsearch;
    private boolean postgresStarted;
    private boolean zeebeStarted;
    private boolean elasticsearchStarted;

    private LocalServers(Home home, Ports ports) {
        this.home = home;
        this.zeebe = new LocalZeebe(home, ports, true);
        this.elasticsearch = new LocalElasticsearch(home, ports);
        this.postgres = new LocalPostgres(home, ports.of(Ports.Service.POSTGRES));
    }

    /** The same servers for every caller in this JVM. */
    public static LocalServers shared() {
        return Shared.INSTANCE;
    }

    public synchronized PostgresServer postgres() {
        if (!postgresStarted) {
            postgres.start();
            postgresStarted = true;
        }
        return postgres;
    }

    /** The broker, started without the feed unless a test chose {@link ZeebeServer#startWithFeed(String)}. */
    public synchronized ZeebeServer zeebe() {
        if (!zeebeStarted) {
            zeebe.start();
            zeebeStarted = true;
        }
        return zeebe;
    }

    /** The broker with the feed writing to this database; spares the start without it. */
    public synchronized ZeebeServer zeebeWithFeed(String database) {
        zeebe.startWithFeed(database);
        zeebeStarted = true;
        return zeebe;
    }

    public synchronized ElasticsearchServer elasticsearch() {
        if (!elasticsearchStarted) {
            elasticsearch.start();
            elasticsearchStarted = true;
        }
        return elasticsearch;
    }

    /** Random keys that belong to these servers, as the file that {@code kameng.keys.file} names. */
    public Path keysFile() {
        return Secrets.of(home).keysFile();
    }

    /** What an application of ours must be told to use this database: settings by Spring's names, {@code name=value}. */
    public String[] settings(String database) {
        PostgresServer server = postgres();
        return new String[] {
            "spring.main.banner-mode=off",
            "spring.datasource.url=" + server.jdbcUrl(database),
            "spring.datasource.username=" + server.appUser(),
            "spring.datasource.password=" + server.appPassword(),
            "spring.flyway.user=" + server.ownerUser(),
            "spring.flyway.password=" + server.ownerPassword(),
            "kameng.keys.file=" + keysFile(),
            "kameng.sweeps=false"
        };
    }

    /** Writes the file that lets other JVMs join the servers of this directory. */
    static Path describe(Path directory) {
        Home home = Home.open(directory);
        Properties facts = new Properties();
        facts.setProperty("home", home.dir().toString());
        Ports.free().into(facts);
        Path file = home.dir().resolve("local.properties");
        PropertyFiles.write(file, facts);
        return file;
    }

    static LocalServers join(Path file) {
        Properties facts = PropertyFiles.read(file);
        return new LocalServers(Home.open(Path.of(facts.getProperty("home"))), Ports.from(facts));
    }

    /**
     * Servers of one's own in this directory on free ports; the caller ends them with {@link #end()}. What a caller that was killed
     * left there is ended first.
     */
    public static LocalServers own(Path directory) {
        end(new Home(directory.toAbsolutePath().normalize()));
        return join(describe(directory));
    }

    /** Ends whatever runs in the directory of these servers and deletes it. */
    public void end() {
        end(home);
    }

    static void end(Home home) {
        Child.all(home).forEach(Child::kill);
        Home.delete(home.dir());
    }

    private static final class Shared {
        private static final LocalServers INSTANCE = open();

        private static LocalServers open() {
            String file = named();
            if (file != null) {
                return join(Path.of(file));
            }
            Path tests = Checkout.root().resolve(".local").resolve("tests");
            sweep(tests);
            long me = ProcessHandle.current().pid();
            Path directory = tests.resolve(Long.toString(me));
            LocalServers servers = own(directory);
            Child.remember(new Home(directory), Owner.PART, ProcessHandle.current());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endSparing(servers.home, me), "local-servers-end"));
            return servers;
        }

        private static @Nullable String named() {
            String file = System.getProperty(PROPERTY);
            return file == null || file.isBlank() ? blankToNull(System.getenv(ENVIRONMENT)) : file;
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        // The books also hold the JVM itself, so that the next one knows whether these servers are orphans.
        private static void endSparing(Home home, long me) {
            Child.all(home).stream().filter(child -> child.pid() != me).forEach(Child::kill);
            Home.delete(home.dir());
        }

        private static void sweep(Path tests) {
            if (!Files.isDirectory(tests)) {
                return;
            }
            try (Stream<Path> homes = Files.list(tests)) {
                List<Path> orphans = homes.filter(Files::isDirectory)
                        .filter(dir -> Child.find(new Home(dir), Owner.PART).isEmpty())
                        .toList();
                orphans.forEach(dir -> end(new Home(dir)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
