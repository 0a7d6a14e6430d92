package org.kameng.tools.simulators.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks the fields of a request; every fault is a 400 PARAM_ERROR that names the field. */
public final class Fields {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final JsonNode root;

    private Fields(JsonNode root) {
        this.root = root;
    }

    public static Fields of(Request request) {
        return of(request.text());
    }

    public static Fields of(String json) {
        try {
            return new Fields(SORTED.readTree(json));
        } catch (JacksonException e) {
            throw new Refusal(400, "PARAM_ERROR", "请求体不是 JSON");
        }
    }

    public String text(String path, Pattern pattern) {
        var value = optional(path);
        if (value == null || !pattern.matcher(value).matches()) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误: " + path);
        }
        return value;
    }

    public @Nullable String optional(String path) {
        var node = at(path);
        return node.isString() ? node.asString() : null;
    }

    public @Nullable JsonNode object(String path) {
        var node = at(path);
        return node.isObject() ? node : null;
    }

    public long positive(String path) {
        var node = at(path);
        if (!node.isIntegralNumber() || node.asLong() <= 0) {
            throw new Refusal(400, "PARAM_ERROR", "参数错误: " + path);
        }
        return node.asLong();
    }

    private JsonNode at(String path) {
        return root.at("/" + path.replace('.', '/'));
    }

    /** The same for every way of writing the same fields and values. */
    public String fingerprint() {
        var map = SORTED.convertValue(root, new TypeReference<Map<String, Object>>() {});
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(SORTED.writeValueAsString(map).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
