package org.kameng.domain.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a card hides. Never printed. */
record CardContent(
        String number,
        @Nullable String password,
        @Nullable String url,
        @Nullable String pin) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] bytes() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("no", number);
        if (password != null) fields.put("pwd", password);
        if (url != null) fields.put("url", url);
        if (pin != null) fields.put("pin", pin);
        return JSON.writeValueAsBytes(fields);
    }

    @SuppressWarnings("unchecked")
    static CardContent of(byte[] bytes) {
        Map<String, String> fields = JSON.readValue(bytes, Map.class);
        return new CardContent(fields.getOrDefault("no", ""), fields.get("pwd"), fields.get("url"), fields.get("pin"));
    }

    @Override
    public String toString() {
        return "CardContent[sealed]";
    }
}
