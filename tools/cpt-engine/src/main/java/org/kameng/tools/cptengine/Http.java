package org.kameng.tools.cptengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small JSON-over-HTTP server on loopback: routes by method and path pattern, refusals as problem+json. */
final class Http {
    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static {
        // without it every second small answer waits 40 ms for a delayed acknowledgement
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();

    Http() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Answers one kind of request: a value is sent as JSON, text as it is (XML), null as 204. */
    @FunctionalInterface
    interface Handler {
        @Nullable
        Object answer(Request request);
    }

    /** The path pattern's groups and the JSON body (empty if there is none). */
    record Request(List<String> path, Map<String, Object> body) {
        String part(int index) {
            return path.get(index);
        }

        long key(int index) {
            try {
                return Long.parseLong(part(index));
            } catch (NumberFormatException notAKey) {
                throw Problem.invalid("'" + part(index) + "' is not a key");
            }
        }
    }

    private record Route(String method, Pattern path, Handler handler) {}

    Http on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            try {
                var answer = route(method, path, exchange.getRequestBody().readAllBytes());
                if (answer instanceof String text) {
                    send(exchange, 200, "text/xml", text.getBytes(StandardCharsets.UTF_8));
                } else if (answer == null) {
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    send(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
                }
            } catch (Problem problem) {
                refuse(exchange, problem, path);
            } catch (RuntimeException defect) {
                LOG.error("{} {} failed", method, path, defect);
                refuse(exchange, new Problem(500, "INTERNAL_SERVER_ERROR", defect.toString()), path);
            }
        }
    }

    private @Nullable Object route(String method, String path, byte[] body) {
        for (var route : routes) {
            var match = route.path().matcher(path);
            if (route.method().equals(method) && match.matches()) {
                return route.handler().answer(new Request(groups(match), read(body)));
            }
        }
        throw new Problem(501, "NOT_IMPLEMENTED", "cpt-engine does not answer " + method + " " + path);
    }

    private static List<String> groups(Matcher match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .toList();
    }

    private static Map<String, Object> read(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            return JSON.readValue(new String(body, StandardCharsets.UTF_8), OBJECT);
        } catch (JsonProcessingException malformed) {
            throw Problem.invalid("the body is not a JSON object");
        }
    }

    private static void refuse(HttpExchange exchange, Problem problem, String path) throws IOException {
        send(exchange, problem.status(), "application/problem+json", JSON.writeValueAsBytes(problem.body(path)));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
