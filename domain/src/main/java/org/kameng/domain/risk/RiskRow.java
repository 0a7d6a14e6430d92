package org.kameng.domain.risk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A stored decision as staff read it. */
public record RiskRow(
        long id,
        Stage stage,
        int score,
        List<String> flags,
        String ruleVersion,
        Map<String, Object> features,
        Instant decidedAt) {
    /** When the rules were asked. */
    public enum Stage {
        ORDER,
        PAYMENT
    }
}
