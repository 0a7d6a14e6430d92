package org.kameng.workers.supplier;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query string as it came, its values undecoded. */
final class Queries {
    private Queries() {}

    static Map<String, String> parse(@Nullable String query) {
        var values = new HashMap<String, String>();
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return values;
    }
}
