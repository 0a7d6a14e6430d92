package org.kameng.workers.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {
    @Test
    void an_answer_that_stops_after_its_headers_is_not_waited_for() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var http = HttpClient.newHttpClient()) {
            Thread.ofVirtual().start(() -> saysHeadersOnly(server));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                    .timeout(Duration.ofMillis(300))
                    .build();
            var began = Instant.now();
            assertThatThrownBy(() -> WholeAnswer.of(
                            http, request, HttpResponse.BodyHandlers.discarding(), Duration.ofMillis(300)))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void saysHeadersOnly(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            // Until the other side gives up.
            socket.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the test has ended
        }
    }
}
