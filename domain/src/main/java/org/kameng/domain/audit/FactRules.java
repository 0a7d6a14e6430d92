package org.kameng.domain.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kameng.domain.shared.PlainText;

/** Facts stay readable for years by many: names that promise a secret are refused, phone numbers in texts lose their middle. */
final class FactRules {
    private static final Set<String> SECRET_NAMES = Set.of(
            "password",
            "passwordhash",
            "secret",
            "token",
            "pin",
            "pwd",
            "phone",
            "email",
            "cardno",
            "cardpwd",
            "idcard");

    private FactRules() {}

    /** The facts as they are kept. */
    static Map<String, Object> kept(Map<String, ?> facts) {
        var kept = new HashMap<String, Object>();
        for (var fact : facts.entrySet()) {
            if (SECRET_NAMES.contains(fact.getKey().toLowerCase(Locale.ROOT)))
                throw new IllegalArgumentException("an audit fact must not be named " + fact.getKey());
            kept.put(fact.getKey(), value(fact.getValue()));
        }
        return kept;
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object value) {
        return switch (value) {
            case String text -> PlainText.masked(text);
            case Map<?, ?> map -> kept((Map<String, ?>) map);
            case Collection<?> items -> items.stream().map(FactRules::value).toList();
            case Object plain -> plain;
        };
    }
}
