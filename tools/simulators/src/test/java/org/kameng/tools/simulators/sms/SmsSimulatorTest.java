package org.kameng.tools.simulators.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsSimulatorTest {
    private static final String CODE =
            "{\"id\":\"m-1\",\"phone\":\"13800000001\",\"template\":\"code-register\",\"params\":{\"code\":\"246810\"}}";

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private SmsSimulator gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new SmsSimulator(home, home.resolve("key"), 0);
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        http.close();
    }

    private int send(String key, String body) throws IOException, InterruptedException {
        return call("POST", "/v1/messages", key, body);
    }

    private int call(String method, String path, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.url().resolve(path))
                .header("X-Sms-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private String key() throws IOException {
        return Files.readString(gateway.keyFile()).strip();
    }

    @Test
    void a_message_reaches_the_phone_once_however_often_it_is_sent() throws Exception {
        assertThat(send(key(), CODE)).isEqualTo(202);
        assertThat(send(key(), CODE)).isEqualTo(202);
        assertThat(gateway.messages("13800000001"))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("246810"));
        assertThat(send(key(), CODE.replace("246810", "111111"))).isEqualTo(409);
    }

    @Test
    void a_wrong_key_or_number_is_refused() throws Exception {
        assertThat(send("guess", CODE)).isEqualTo(401);
        assertThat(send(key(), CODE.replace("13800000001", "12"))).isEqualTo(400);
        assertThat(send(key(), "no json")).isEqualTo(400);
        assertThat(gateway.messages(null)).isEmpty();
    }

    @Test
    void knobs_fail_before_and_after_the_effect() throws Exception {
        gateway.knobs().set(new SmsKnobs(0, 100, 0, 0, 0, 0));
        assertThat(send(key(), CODE)).isEqualTo(500);
        gateway.knobs().set(new SmsKnobs(0, 0, 100, 0, 0, 0));
        assertThat(send(key(), CODE)).isEqualTo(429);
        gateway.knobs().set(new SmsKnobs(0, 0, 0, 100, 0, 0));
        assertThat(send(key(), CODE)).isEqualTo(422);
        assertThat(gateway.messages(null)).isEmpty();
        assertThat(call("PUT", "/control/knobs", "", "{\"rejectNumber\":false,\"timeoutAfterSuccess\":true}"))
                .isEqualTo(200);
        assertThatIOException().isThrownBy(() -> send(key(), CODE));
        assertThat(gateway.messages(null)).hasSize(1);
    }

    @Test
    void messages_and_key_survive_a_restart() throws Exception {
        var key = key();
        send(key, CODE);
        gateway.close();
        start();
        assertThat(key()).isEqualTo(key);
        assertThat(gateway.messages(null)).hasSize(1);
        assertThat(send(key, CODE)).isEqualTo(202);
        assertThat(gateway.messages(null)).hasSize(1);
    }
}
