package org.kameng.domain.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;

/**
 * One value, one byte string, for ever: JSON in UTF-8 without blanks, object keys sorted by UTF-16 code unit, only
 * {@code "}, {@code \} and controls below U+0020 escaped (as backslash-u and four small hex digits), whole numbers in
 * decimal, no null, no fractions. Instants and dates are ISO-8601 text, ids and enums their text, money
 * {@code {"currency":"CNY","fen":2940}}.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static byte[] bytes(Map<String, ?> value) {
        var out = new StringBuilder();
        object(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void value(Object value, StringBuilder out) {
        switch (value) {
            case String text -> text(text, out);
            case Integer number -> out.append(number);
            case Long number -> out.append(number);
            case BigInteger number -> out.append(number);
            case Boolean truth -> out.append(truth);
            case Enum<?> constant -> text(constant.name(), out);
            case UUID id -> text(id.toString(), out);
            case AccountId id -> text(id.toString(), out);
            case Instant at -> text(at.toString(), out);
            case LocalDate day -> text(day.toString(), out);
            case Money money -> object(Map.of("currency", money.currency(), "fen", money.fen()), out);
            case Map<?, ?> map -> object(map, out);
            case Collection<?> items -> array(items, out);
            case Object other ->
                throw new IllegalArgumentException(
                        "no canonical form for " + other.getClass().getName());
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, Object>();
        for (var entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) throw new IllegalArgumentException("keys must be text");
            if (entry.getValue() == null) throw new IllegalArgumentException("no value for " + key);
            sorted.put(key, entry.getValue());
        }
        out.append('{');
        var first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) out.append(',');
            first = false;
            text(entry.getKey(), out);
            out.append(':');
            value(entry.getValue(), out);
        }
        out.append('}');
    }

    private static void array(Collection<?> items, StringBuilder out) {
        out.append('[');
        var first = true;
        for (var item : items) {
            if (item == null) throw new IllegalArgumentException("a list holds no null");
            if (!first) out.append(',');
            first = false;
            value(item, out);
        }
        out.append(']');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 0x20) out.append("\\u%04x".formatted((int) c));
            else if (Character.isSurrogate(c) && !paired(text, i))
                throw new IllegalArgumentException("text with half a character");
            else out.append(c);
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
