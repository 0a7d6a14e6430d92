package org.kameng.tools.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator process is killed hard in the middle of its work; what it acknowledged is there afterwards. */
class KillTest {
    @TempDir
    Path home;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(int smsPort) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.kameng.tools.simulators.Main",
                        "--data=" + home.resolve("data"),
                        "--wechat-port=0",
                        "--alipay-port=0",
                        "--sms-port=" + smsPort,
                        "--mail-port=0",
                        "--smtp-port=0",
                        "--supplier-ports=")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90)).until(() -> status("GET", smsPort, "/health", "") == 200);
        return process;
    }

    private int status(String method, int port, String path, String body) {
        try {
            return send(method, port, path, body).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpResponse<String> send(String method, int port, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .header("X-Sms-Key", key())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String key() throws IOException {
        var file = home.resolve("data/sms/key");
        return Files.exists(file) ? Files.readString(file).strip() : "none";
    }

    private void sendMany(int port) {
        for (int i = 0; ; i++) {
            var body = "{\"id\":\"m-" + i + "\",\"phone\":\"13800000001\",\"template\":\"t\",\"params\":{}}";
            if (status("POST", port, "/v1/messages", body) != 202) {
                return;
            }
            acknowledged.add("m-" + i);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_by_a_kill() throws Exception {
        int port = freePort();
        var first = start(port);
        var sender = Thread.startVirtualThread(() -> sendMany(port));
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 50);
        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        sender.join();

        var second = start(port);
        try {
            var journal = send("GET", port, "/control/journal", "").body();
            assertThat(acknowledged).allMatch(id -> journal.contains("\"id\":\"" + id + "\""));
            assertThat(status(
                            "POST",
                            port,
                            "/v1/messages",
                            "{\"id\":\"m-0\",\"phone\":\"13800000001\",\"template\":\"t\"}"))
                    .isEqualTo(202);
        } finally {
            second.destroy();
            second.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
