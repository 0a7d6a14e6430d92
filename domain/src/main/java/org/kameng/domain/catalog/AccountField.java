package org.kameng.domain.catalog;

import java.util.List;

/** A field a buyer fills in for a direct top-up; with options one of them, else what the whole pattern matches. */
public record AccountField(String name, String labelZh, String labelEn, String pattern, List<String> options) {
    public AccountField {
        options = List.copyOf(options);
    }

    public boolean accepts(String value) {
        if (value.isEmpty() || value.length() > 100) return false;
        return options.isEmpty() ? value.matches(pattern) : options.contains(value);
    }
}
