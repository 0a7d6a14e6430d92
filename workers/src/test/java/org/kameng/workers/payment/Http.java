package org.kameng.workers.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Plain calls for tests. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static int put(URI uri, String body) {
        return send("PUT", uri, body, Map.of()).statusCode();
    }

    static String get(URI uri) {
        return send("GET", uri, "", Map.of()).body();
    }

    static HttpResponse<String> post(URI uri, String body, Map<String, String> headers) {
        return send("POST", uri, body, headers);
    }

    private static HttpResponse<String> send(String method, URI uri, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
