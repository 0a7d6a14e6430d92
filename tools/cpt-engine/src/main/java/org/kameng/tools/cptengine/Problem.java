package org.kameng.tools.cptengine;

import io.camunda.zeebe.protocol.record.RejectionType;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that reaches the client as {@code application/problem+json}. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    static Problem invalid(String detail) {
        return new Problem(400, "INVALID_ARGUMENT", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "NOT_FOUND", detail);
    }

    /** The status a Camunda 8.8 gateway gives to a rejected command. */
    static Problem rejected(RejectionType type, String reason) {
        var status = switch (type) {
            case NOT_FOUND -> 404;
            case INVALID_STATE, ALREADY_EXISTS -> 409;
            case INVALID_ARGUMENT -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            default -> 500;
        };
        return new Problem(status, type.name(), "Command rejected with code '" + type + "': " + reason);
    }

    int status() {
        return status;
    }

    Map<String, Object> body(String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", String.valueOf(getMessage()));
        body.put("instance", instance);
        return body;
    }
}
