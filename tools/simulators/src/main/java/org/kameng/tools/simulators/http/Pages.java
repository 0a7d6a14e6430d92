package org.kameng.tools.simulators.http;

import java.io.IOException;

/** Static pages and assets from the class path. */
final class Pages {
    private Pages() {}

    static Answer load(String resource) throws IOException {
        try (var in = Pages.class.getResourceAsStream("/pages/" + resource)) {
            if (in == null) {
                throw new Refusal(404, "NOT_FOUND", resource);
            }
            return Answer.of(200, type(resource), in.readAllBytes());
        }
    }

    private static String type(String resource) {
        var end = resource.substring(resource.lastIndexOf('.') + 1);
        return switch (end) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }
}
