package org.kameng.ui.risk;

import static org.kameng.ui.shared.Texts.t;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.kameng.ui.shared.Texts;

/** What a rule of the risk book looks at, in the words of whoever must judge it. */
public final class RiskWords {

    private RiskWords() {}

    /** One rule: what it saw, and its number for those who look it up. */
    public static String of(String rule) {
        return Texts.known("risk.rule." + rule)
                .map(text -> text + " (" + rule + ")")
                .orElse(rule);
    }

    public static String of(Collection<String> rules) {
        return rules.isEmpty() ? t("risk.clean") : join(rules);
    }

    /** A stored reason to hold an order: the numbers of the rules hit; none, when only earlier hits of the account add up. */
    public static String held(String reason) {
        var rules = Arrays.stream(reason.split("[ ,]+", -1))
                .filter(rule -> !rule.isBlank())
                .toList();
        return rules.isEmpty() ? t("risk.earlier") : join(rules);
    }

    private static String join(Collection<String> rules) {
        return rules.stream().map(RiskWords::of).collect(Collectors.joining(t("risk.and")));
    }
}
