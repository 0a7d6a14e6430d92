package org.kameng.tools.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A member of staff without a browser: logs in and opens pages of the desk with the very requests a browser would send. */
final class DeskScreen {
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"|content=\"([^\"]+)\" name=\"_csrf\"");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\"\\s*:\\s*(\\d+)");

    private final URI app;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DeskScreen(URI app) {
        this.app = app;
    }

    void logIn(String login, String password) {
        var token = first(TOKEN, get("/login"));
        var form = "username=" + encode(login) + "&password=" + encode(password) + "&_csrf=" + encode(token);
        var answer = send(HttpRequest.newBuilder(app.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        var where = answer.headers().firstValue("Location").orElse("");
        if (where.contains("/login")) {
            throw new IllegalStateException("nobody was let in: " + answer.statusCode() + " " + where);
        }
    }

    /** Opens a page from nothing: start of the screen, then the navigation whose answer holds the page's content. */
    String open(String route) {
        var start = get("/?v-r=init&location=" + encode(route) + "&query=&v-sw=1280&v-sh=800");
        var navigate = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""".formatted(first(KEY, start), route);
        return send(HttpRequest.newBuilder(app.resolve("/?v-r=uidl&v-uiId=" + first(UI, start)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(navigate)))
                .body();
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(app.resolve(path))).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
