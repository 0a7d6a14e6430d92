package org.kameng.tools.simulators.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a request; a pattern part in braces matches one path part. */
public final class Router {
    private record Route(String method, String[] parts, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    public Router add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern.split("/", -1), handler));
        return this;
    }

    /** Adds a page or asset of the class path folder {@code pages}. */
    public Router addPage(String path, String resource) {
        return add("GET", path, request -> Pages.load(resource));
    }

    Answer route(Request request) throws Exception {
        var parts = request.path().split("/", -1);
        for (var route : routes) {
            var variables = route.method().equals(request.method()) ? match(route.parts(), parts) : null;
            if (variables != null) {
                return route.handler().handle(request.with(variables));
            }
        }
        throw new Refusal(404, "RESOURCE_NOT_EXISTS", "没有这个地址");
    }

    private static @Nullable Map<String, String> match(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{")) {
                var name = pattern[i].substring(1, pattern[i].length() - 1);
                variables.put(name, URLDecoder.decode(parts[i], StandardCharsets.UTF_8));
            } else if (!pattern[i].equals(parts[i])) {
                return null;
            }
        }
        return variables;
    }
}
