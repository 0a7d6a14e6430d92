package org.kameng.domain.risk;

import java.util.List;

/** The answer of the rules: 0 is clean, from 50 a person should look, from 100 the order is refused; flags are rule ids. */
public record RiskDecision(long id, int score, List<String> flags, String ruleVersion) {
    public static final int HOLD_FROM = 50;
    public static final int REFUSE_FROM = 100;
}
