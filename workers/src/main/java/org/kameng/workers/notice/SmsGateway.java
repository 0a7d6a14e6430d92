package org.kameng.workers.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.kameng.domain.account.Sms;
import org.kameng.domain.shared.RemoteCalls;
import org.kameng.workers.shared.WholeAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/messages}; the gateway sends one id once, however often it is asked. */
@Component
class SmsGateway {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI messages;
    private final Duration readTimeout;
    private final String key;

    SmsGateway(SmsSettings settings) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.messages = settings.url().resolve("/v1/messages");
        this.readTimeout = settings.readTimeout();
        try {
            this.key = Files.readString(settings.keyFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("kameng.sms.key-file cannot be read", e);
        }
    }

    /** The status the gateway answered with. */
    int send(Sms sms) throws IOException, InterruptedException {
        RemoteCalls.assertNoConnectionHeld();
        var body = Map.of("id", sms.id(), "phone", sms.phone(), "template", sms.template(), "params", sms.params());
        var request = HttpRequest.newBuilder(messages)
                .timeout(readTimeout)
                .header("Content-Type", "application/json")
                .header("X-Sms-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return WholeAnswer.of(http, request, HttpResponse.BodyHandlers.discarding(), readTimeout)
                .statusCode();
    }
}
