package org.kameng.tools.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** The whole house as a person starts it, in a folder and on ports of its own, with ways to hurt it. */
final class House implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path data;
    private final int offset;
    private final Process launcher;
    private Duration ahead = Duration.ZERO;

    private House(Path data, int offset, Process launcher) {
        this.data = data;
        this.offset = offset;
        this.launcher = launcher;
    }

    /** Starts the house and returns when it is healthy; {@code options} go to the launcher's {@code run}. */
    static House start(Path data, int offset, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                checkout().resolve("tools/local/target/local.jar").toString(),
                "run",
                "--data",
                data.toAbsolutePath().toString(),
                "--ports",
                Integer.toString(offset)));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(data);
            var launcher = new ProcessBuilder(command)
                    .directory(checkout().toFile())
                    .redirectErrorStream(true)
                    .start();
            var house = new House(data, offset, launcher);
            try {
                Welcome.await(launcher);
            } catch (RuntimeException e) {
                house.close();
                throw e;
            }
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #start}, on an empty folder: what an earlier run left there, clocks ahead of time among it, is gone. */
    static House startFresh(Path data, int offset, String... options) {
        FileSystemUtils.deleteRecursively(data.toFile());
        return start(data, offset, options);
    }

    URI app() {
        return port(8080);
    }

    URI wechat() {
        return port(9101);
    }

    URI alipay() {
        return port(9104);
    }

    URI sms() {
        return port(9102);
    }

    URI grpc() {
        return port(26500);
    }

    URI rest() {
        return port(8088);
    }

    URI brokerManagement() {
        return port(9600);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + (15432 + offset) + "/kameng";
    }

    Path keysFile() {
        return data.resolve("secrets/keys.properties");
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** The password of a database role. */
    String password(String role) {
        return properties(data.resolve("secrets/passwords.properties")).getProperty(role);
    }

    /** The database as the administrator of PostgreSQL sees it. */
    JdbcClient administrator() {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl(), "postgres", password("postgres")));
    }

    /** The process of a part: application, zeebe, postgres, simulators or elasticsearch. */
    ProcessHandle process(String part) {
        return process(data, part);
    }

    /** As {@link #process(String)}, of whatever was started in this folder. */
    static ProcessHandle process(Path data, String part) {
        var pid = properties(data.resolve("run").resolve(part + ".pid")).getProperty("pid");
        return ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new IllegalStateException(part + " is not running"));
    }

    /** Kill -9; the launcher starts the part again. */
    void kill(String part) {
        process(part).destroyForcibly();
    }

    /** All parts by name with their processes, for the processor meter. */
    Map<String, ProcessHandle> parts() {
        return Map.of(
                "application", process("application"),
                "zeebe", process("zeebe"),
                "elasticsearch, idle", process("elasticsearch"),
                "supervisor", launcher.toHandle(),
                "postgres", process("postgres"),
                "simulators", process("simulators"));
    }

    /** Turns the one dial: application, simulators and broker together. The house must have been started with {@code --dial}. */
    void advance(Duration step) {
        ahead = ahead.plus(step);
        var turn = "{\"advanceMillis\":" + step.toMillis() + "}";
        var shift = "{\"offsetMilli\":" + step.toMillis() + "}";
        accepted(sendJson("POST", app().resolve("/internal/clock"), "{\"aheadMillis\":" + ahead.toMillis() + "}"));
        accepted(sendJson("PUT", wechat().resolve("/control/clock"), turn));
        accepted(sendJson("PUT", alipay().resolve("/control/clock"), turn));
        for (var supplier = 9111; supplier <= 9115; supplier++)
            accepted(sendJson("PUT", port(supplier).resolve("/control/clock"), turn));
        accepted(sendJson("POST", brokerManagement().resolve("/actuator/clock/add"), shift));
    }

    /** How far the house is ahead of the wall clock. */
    Duration ahead() {
        return ahead;
    }

    /** Sets knobs of the payment simulator, JSON as its control API takes it; {@code {}} changes nothing. */
    void knobs(String json) {
        accepted(sendJson("PUT", wechat().resolve("/control/knobs"), json));
    }

    /** The same for the supplier of this number, from 1. */
    void supplierKnobs(int number, String json) {
        accepted(sendJson("PUT", port(9110 + number).resolve("/control/knobs"), json));
    }

    boolean healthy() {
        try {
            return get(app().resolve("/actuator/health")).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    static HttpResponse<String> sendJson(String method, URI uri, String json) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(90, TimeUnit.SECONDS)) launcher.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The nearest folder upwards that holds the launcher. */
    static Path checkout() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside a checkout of Kameng");
    }

    private static void accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private URI port(int usual) {
        return URI.create("http://127.0.0.1:" + (usual + offset));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
