package org.kameng.domain.audit;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Facts stay readable for years by many: names that promise a secret, and bare phone numbers, are refused at once. */
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
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");

    private FactRules() {}

    static void check(Map<String, ?> facts) {
        for (var fact : facts.entrySet()) {
            if (SECRET_NAMES.contains(fact.getKey().toLowerCase(Locale.ROOT)))
                throw new IllegalArgumentException("an audit fact must not be named " + fact.getKey());
            checkValue(fact.getKey(), fact.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    private static void checkValue(String name, Object value) {
        switch (value) {
            case String text
            when PHONE.matcher(text).matches() ->
                throw new IllegalArgumentException("the audit fact " + name + " holds a phone number");
            case Map<?, ?> map -> check((Map<String, ?>) map);
            case Collection<?> items -> items.forEach(item -> checkValue(name, item));
            case Object plain -> {}
        }
    }
}
