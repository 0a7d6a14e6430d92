package org.kameng.tools.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Elasticsearch of a {@link Home}, one node, no log-in, loopback only. */
final class LocalElasticsearch implements ElasticsearchServer {
    static final String PART = "elasticsearch";
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Home home;
    private final Ports ports;

    LocalElasticsearch(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
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

    private void launch() {
        Path distribution = Distribution.ELASTICSEARCH.unpacked();
        Path base = home.data(PART);
        Path config = base.resolve("config");
        Path temporary = base.resolve("tmp");
        Path pidFile = base.resolve("pid");
        try {
            for (Path folder :
                    List.of(base.resolve("data"), temporary, home.logs().resolve(PART), config)) {
                Files.createDirectories(folder);
            }
            copyConfig(distribution.resolve("config"), config);
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new LocalException("Elasticsearch cannot write to " + base + ": " + e.getMessage(), e);
        }
        Tools.handOver(base);
        Tools.handOver(home.logs().resolve(PART));
        List<String> command = Tools.concat(Tools.unprivileged(), command(distribution, base, pidFile));
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_JAVA_OPTS", "-Xms128m -Xmx512m -XX:-UseG1GC -XX:+UseSerialGC -XX:-AlwaysPreTouch",
                "ES_PATH_CONF", config.toString(),
                "ES_TMPDIR", temporary.toString(),
                "CLI_JAVA_OPTS", "-Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        Child starter = Child.start(home, PART, command, environment, base);
        Await await = new Await("Elasticsearch", PATIENCE, home.log(PART));
        try {
            // Its starter hands over to the server and leaves; from then on the server's own number counts.
            await.until(() -> starter.alive() || server(pidFile).isPresent(), this::healthy);
            server(pidFile).ifPresent(server -> Child.remember(home, PART, server));
        } catch (RuntimeException e) {
            starter.kill();
            server(pidFile).ifPresent(ProcessHandle::destroyForcibly);
            throw e;
        }
    }

    private List<String> command(Path distribution, Path base, Path pidFile) {
        return List.of(
                distribution.resolve("bin/elasticsearch").toString(),
                "-d",
                "-p",
                pidFile.toString(),
                "-Epath.data=" + base.resolve("data"),
                "-Epath.logs=" + home.logs().resolve(PART),
                "-Enetwork.host=127.0.0.1",
                "-Ehttp.port=" + ports.of(Ports.Service.ELASTICSEARCH),
                "-Etransport.port=" + ports.of(Ports.Service.ELASTICSEARCH_INTERNAL),
                "-Ediscovery.type=single-node",
                "-Expack.security.enabled=false",
                "-Ecluster.routing.allocation.disk.watermark.low=1gb",
                "-Ecluster.routing.allocation.disk.watermark.high=700mb",
                "-Ecluster.routing.allocation.disk.watermark.flood_stage=500mb");
    }

    private static Optional<ProcessHandle> server(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // just being written
        }
    }

    private static void copyConfig(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Whether the node answers and has elected itself. */
    boolean healthy() {
        return Http.ok(URI.create(uri() + "/_cluster/health?timeout=1s&wait_for_status=yellow"));
    }

    @Override
    public void killHard() {
        Child.find(home, PART).ifPresent(Child::kill);
    }

    @Override
    public URI uri() {
        return URI.create("http://127.0.0.1:" + ports.of(Ports.Service.ELASTICSEARCH));
    }
}
