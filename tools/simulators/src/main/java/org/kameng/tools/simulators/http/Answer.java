package org.kameng.tools.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes back to the client.
 *
 * @param cut break the connection in the middle of the body, so that the client learns nothing of the outcome
 */
public record Answer(int status, Map<String, String> headers, byte[] body, boolean cut) {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    public static Answer json(int status, Object body) {
        return of(status, "application/json", JSON.writeValueAsBytes(body));
    }

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body, false);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], false);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body, cut);
    }

    public Answer broken() {
        return new Answer(status, headers, body, true);
    }
}
