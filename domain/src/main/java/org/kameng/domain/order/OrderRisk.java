package org.kameng.domain.order;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.kameng.domain.risk.RiskDecision;

/** The latest word of the risk rules on an order, and the version of the rules it was placed under. */
@Embeddable
record OrderRisk(String ruleVersion, int riskScore, String riskFlags) {

    static OrderRisk of(RiskDecision decision) {
        return new OrderRisk(decision.ruleVersion(), decision.score(), String.join(",", decision.flags()));
    }

    OrderRisk judged(int score, List<String> flags) {
        return new OrderRisk(ruleVersion, score, String.join(",", flags));
    }

    List<String> flags() {
        return riskFlags.isEmpty() ? List.of() : List.of(riskFlags.split(","));
    }
}
