package org.kameng.workers.supplier;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kameng.domain.shared.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What may be kept of a message: no card, sealed or not, no signature, accounts of buyers by their last four characters, whatever the field is
 * called and in whatever words it is repeated. What is
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

    private static final int TELLING = 4;
    /** Deeper than any protocol of ours goes; what lies deeper is not kept, so that no answer can exhaust a thread's stack. */
    private static final int DEEPEST = 32;
    /** A document wrapped into a text counts as so many levels. */
    private static final int WRAP = 8;

    private final Collection<String> accounts;

    private Masked(Collection<String> accounts) {
        this.accounts = accounts;
    }

    static String of(byte[] body) {
        return of(body, List.of());
    }

    /** @param accounts what a buyer wrote into the fields of an account, hidden under whatever name it stands */
    static String of(byte[] body, Collection<String> accounts) {
        return new Masked(accounts).whole(body, 0);
    }

    private String whole(byte[] body, int depth) {
        if (body.length == 0) {
            return "";
        }
        try {
            var text = mask(JSON.readTree(body), false, depth).toString();
            return text.length() <= LONGEST ? text : PlainText.cut(text, LONGEST) + "…";
        } catch (JacksonException e) {
            return "(" + body.length + " bytes, no JSON)";
        }
    }

    /** The last characters of something longer. */
    static String tail(String text) {
        return text.length() <= SHOWN ? GONE : GONE + text.substring(text.length() - SHOWN);
    }

    private JsonNode mask(JsonNode node, boolean personal, int depth) {
        if (depth > DEEPEST) return StringNode.valueOf(GONE);
        return switch (node) {
            case ObjectNode object -> {
                var masked = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field -> masked.set(
                                field.getKey(), field(field.getKey(), field.getValue(), personal, depth + 1)));
                yield masked;
            }
            case ArrayNode array -> {
                var masked = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> masked.add(mask(element, personal, depth + 1)));
                yield masked;
            }
            case StringNode text -> StringNode.valueOf(personal ? tail(text.asString()) : hidden(text.asString()));
            default ->
                node.isNumber() && (personal || isAccount(node.asString()))
                        ? StringNode.valueOf(tail(node.asString()))
                        : node;
        };
    }

    private boolean isAccount(String number) {
        return number.length() >= TELLING && accounts.contains(number);
    }

    /** A short value, say the number of a server, is hidden only where it stands alone. */
    private String hidden(String text) {
        var hidden = text;
        for (var account : accounts) {
            if (account.length() >= TELLING || account.equals(text)) {
                hidden = hidden.replace(account, tail(account));
            }
        }
        return hidden;
    }

    private JsonNode field(String name, JsonNode value, boolean personal, int depth) {
        if (SECRET.contains(name) && !value.isContainer()) {
            return StringNode.valueOf(GONE);
        }
        if (value.isString() && looksLikeJson(value.asString())) {
            // 福禄 wraps its documents into texts
            return StringNode.valueOf(
                    depth + WRAP > DEEPEST
                            ? GONE
                            : whole(value.asString().getBytes(StandardCharsets.UTF_8), depth + WRAP));
        }
        boolean here = personal || (value.isContainer() ? ALL_PERSONAL.contains(name) : PERSONAL.contains(name));
        return mask(value, here, depth);
    }

    private static boolean looksLikeJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }
}
