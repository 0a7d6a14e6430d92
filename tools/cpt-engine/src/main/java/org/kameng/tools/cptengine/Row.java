package org.kameng.tools.cptengine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of a read model, in wire form: keys are strings, dates ISO-8601 with milliseconds (so that they sort as text). */
final class Row {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row(View view) {
        view.columns().forEach(column -> values.put(column, null));
    }

    static String date(long epochMilli) {
        return DATE.format(Instant.ofEpochMilli(epochMilli));
    }

    Row set(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    /** Keys below zero mean "none" in records and are absent on the wire. */
    Row key(String column, long value) {
        return set(column, value < 0 ? null : Long.toString(value));
    }

    /** Empty texts mean "none" in records. */
    Row text(String column, @Nullable String value) {
        return set(column, value == null || value.isEmpty() ? null : value);
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    @JsonValue
    Map<String, @Nullable Object> values() {
        return values;
    }
}
