package org.kameng.domain.catalog;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PlainText;

/** What an edit changed, field by field, in the words of the audit: "old → new". Versions follow from it and are left out. */
final class Changes {
    private static final int SHOWN = 200;

    private Changes() {}

    static Map<String, Object> between(Record before, Record after) {
        var changes = new TreeMap<String, Object>();
        for (var field : after.getClass().getRecordComponents()) {
            var old = value(before, field);
            var now = value(after, field);
            if (!Objects.equals(old, now)
                    && !field.getName().toLowerCase(Locale.ROOT).endsWith("version"))
                changes.put(field.getName(), shown(old) + " → " + shown(now));
        }
        return changes;
    }

    private static String shown(Object value) {
        var text = value instanceof Money money ? money.toYuanText() : String.valueOf(value);
        return text.length() > SHOWN ? PlainText.cut(text, SHOWN) + "…" : text;
    }

    private static Object value(Record of, RecordComponent field) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a public record answers for its fields", impossible);
        }
    }
}
