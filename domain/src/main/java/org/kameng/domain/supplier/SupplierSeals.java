package org.kameng.domain.supplier;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The contexts under which suppliers' keys are sealed, and the text form of what is inside. */
final class SupplierSeals {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SupplierSeals() {}

    static String secrets(String supplier) {
        return "supplier|secrets|" + supplier;
    }

    static String cardKey(String supplier) {
        return "supplier|card_key|" + supplier;
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    static List<String> list(String text) {
        return List.of(JSON.readValue(text, String[].class));
    }
}
