package org.kameng.tools.simulators.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param path the undecoded path, as signed by clients
 * @param query the undecoded query string
 * @param headers by lower-case name
 * @param variables the parts of the path named in the route
 */
public record Request(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> variables) {

    /** Path and query exactly as sent; part of what clients sign. */
    public String target() {
        return query == null ? path : path + "?" + query;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no " + name);
        }
        return value;
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    public @Nullable String parameter(String name) {
        if (query == null) {
            return null;
        }
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    Request with(Map<String, String> found) {
        return new Request(method, path, query, headers, body, found);
    }
}
