package org.kameng.tools.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Turns the knobs over HTTP, as people and other tests do. */
final class Knob {
    private Knob() {}

    static void turn(WeChatSimulator simulator, String json) {
        assertThat(call(simulator, "PUT", "/control/knobs", json).statusCode()).isEqualTo(200);
    }

    static HttpResponse<String> call(WeChatSimulator simulator, String method, String path, String json) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(simulator.url().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
