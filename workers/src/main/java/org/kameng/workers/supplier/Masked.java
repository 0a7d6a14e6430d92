package org.kameng.workers.supplier;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What may be kept of a message: no card, sealed or not, no signature, accounts of buyers by their last four characters. What is
 * no JSON is kept by its length only, as nobody can tell what is in it.
 */
final class Masked {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 16_000;
    private static final int SHOWN = 4;
    private static final String GONE = "***";
    private static final Set<String> SECRET = Set.of(
            "iv",
            "ct",
            "tag",
            "card_no",
            "card_pwd",
            "card_number",
            "code_no",
            "code_pwd",
            "pwd",
            "pin",
            "no",
            "url",
            "sign",
            "secret",
            "token");
    private static final Set<String> PERSONAL = Set.of("account", "charge_account", "phone", "email", "uid");
    private static final Set<String> ALL_PERSONAL = Set.of("account", "biz_content");

    private Masked() {}

    static String of(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try {
            var text = mask(JSON.readTree(body), false).toString();
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        } catch (JacksonException e) {
            return "(" + body.length + " bytes, no JSON)";
        }
    }

    /** The last characters of something longer. */
    static String tail(String text) {
        return text.length() <= SHOWN ? GONE : GONE + text.substring(text.length() - SHOWN);
    }

    private static JsonNode mask(JsonNode node, boolean personal) {
        return switch (node) {
            case ObjectNode object -> {
                var masked = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(
                                field -> masked.set(field.getKey(), field(field.getKey(), field.getValue(), personal)));
                yield masked;
            }
            case ArrayNode array -> {
                var masked = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> masked.add(mask(element, personal)));
                yield masked;
            }
            case StringNode text -> StringNode.valueOf(personal ? tail(text.asString()) : text.asString());
            default -> personal && node.isNumber() ? StringNode.valueOf(tail(node.asString())) : node;
        };
    }

    private static JsonNode field(String name, JsonNode value, boolean personal) {
        if (SECRET.contains(name) && !value.isContainer()) {
            return StringNode.valueOf(GONE);
        }
        if (value.isString() && looksLikeJson(value.asString())) {
            // 福禄 wraps its documents into texts
            return StringNode.valueOf(of(value.asString().getBytes(StandardCharsets.UTF_8)));
        }
        boolean here = personal || (value.isContainer() ? ALL_PERSONAL.contains(name) : PERSONAL.contains(name));
        return mask(value, here);
    }

    private static boolean looksLikeJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }
}
