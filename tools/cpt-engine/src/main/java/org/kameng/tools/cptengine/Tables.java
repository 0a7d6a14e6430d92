package org.kameng.tools.cptengine;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All read models, each in order of first appearance. Not thread-safe: {@link Projection} guards it. */
final class Tables {
    private final Map<View, Map<String, Row>> tables = new EnumMap<>(View.class);

    Row row(View view, String id) {
        return table(view).computeIfAbsent(id, ignored -> new Row(view));
    }

    Row row(View view, long key) {
        return row(view, Long.toString(key));
    }

    Optional<Row> find(View view, String id) {
        return Optional.ofNullable(table(view).get(id));
    }

    Collection<Row> all(View view) {
        return table(view).values();
    }

    void remove(View view, long key) {
        table(view).remove(Long.toString(key));
    }

    void clear() {
        tables.clear();
    }

    private Map<String, Row> table(View view) {
        return tables.computeIfAbsent(view, ignored -> new LinkedHashMap<>());
    }
}
