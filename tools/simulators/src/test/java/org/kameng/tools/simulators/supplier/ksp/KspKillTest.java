package org.kameng.tools.simulators.supplier.ksp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.supplier.Digests;
import tools.jackson.databind.JsonNode;

/** A supplier's process is killed hard while it sells; what it sold is sold afterwards, and nothing else. */
class KspKillTest {
    @TempDir
    Path home;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> sold = new ConcurrentHashMap<>();
    private URI url;

    private Process start() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneSupplier.class.getName(),
                        home.toString())
                .redirectError(home.resolve("err.log").toFile())
                .start();
        url = URI.create(process.inputReader().readLine());
        return process;
    }

    private String file(String name) throws IOException {
        return Files.readString(home.resolve("suppliers/xingzhou").resolve(name))
                .strip();
    }

    /** Null when nobody answers any more. */
    private JsonNode order(String number) throws IOException {
        var body = ("{\"orderNo\":\"" + number + "\",\"sku\":\"GM-NEB-30\",\"quantity\":1,\"maxCostFen\":2850}")
                .getBytes(StandardCharsets.UTF_8);
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var nonce = Digests.hex(32);
        var request = HttpRequest.newBuilder(url.resolve("/ksp/v1/orders"))
                .timeout(Duration.ofSeconds(5))
                .header("X-KSP-Key", file("key"))
                .header("X-KSP-Timestamp", timestamp)
                .header("X-KSP-Nonce", nonce)
                .header(
                        "X-KSP-Signature",
                        KspSignature.sign(file("secrets"), "POST", "/ksp/v1/orders", null, timestamp, nonce, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return Answer.JSON.readTree(answer.body());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sell() {
        try {
            for (int i = 0; ; i++) {
                var number = "KP%010d".formatted(i);
                var order = order(number);
                if (order == null) {
                    return;
                }
                sold.put(number, order.path("items").toString() + order.path("supplierOrderNo"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_was_sold_is_sold_and_no_card_comes_twice() throws Exception {
        var first = start();
        var buyer = Thread.startVirtualThread(this::sell);
        await().atMost(Duration.ofSeconds(30)).until(() -> sold.size() > 50);
        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        buyer.join();

        var second = start();
        try {
            var before = Map.copyOf(sold);
            for (var number : before.keySet()) {
                var order = order(number);
                assertThat(order.path("items").toString() + order.path("supplierOrderNo"))
                        .isEqualTo(before.get(number));
            }
            for (int i = 0; i < 20; i++) {
                order("KN%010d".formatted(i));
            }
            var cards = new HashSet<String>();
            for (var line : Files.readAllLines(home.resolve("suppliers/xingzhou/journal.jsonl"))) {
                var entry = Answer.JSON.readTree(line);
                if (entry.path("type").asString().equals("SUCCEEDED")) {
                    assertThat(cards.add(entry.at("/order/items/0/sha256").asString()))
                            .isTrue();
                }
            }
            assertThat(cards.size()).isBetween(before.size() + 20, before.size() + 21);
        } finally {
            second.destroy();
            second.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
