package org.kameng.tools.simulators.supplier;

import java.util.Map;

/**
 * A field that a direct top-up asks of the buyer.
 *
 * @param pattern what a value must match as a whole
 * @param refused values that are well formed and not served, as a prefix
 */
public record AccountField(String name, String label, String pattern, String refused) {
    boolean accepts(Map<String, String> account) {
        return account.getOrDefault(name, "").matches(pattern);
    }

    boolean isServed(Map<String, String> account) {
        return refused.isEmpty() || !account.getOrDefault(name, "").startsWith(refused);
    }
}
