package org.kameng.domain.risk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules themselves: features and rule data in, weights out. No clock, no database. */
final class RiskRules {
    private static final Duration NEW_ACCOUNT = Duration.ofDays(7);
    private static final int CHILD = 8;
    /** Limits of 国新出发〔2019〕34号 for minors: one order and one month, in fen. */
    private static final long UNDER_16_ONCE = 5_000, UNDER_16_MONTH = 20_000;

    private static final long UNDER_18_ONCE = 10_000, UNDER_18_MONTH = 40_000;
    private static final double HALF_LIFE_HOURS = 24;

    private RiskRules() {}

    /** The answer of all rules: which fired with which weight. */
    record Hits(Map<String, Integer> weights) {
        List<String> flags() {
            return weights.keySet().stream().sorted().toList();
        }
    }

    /** An earlier hit of a rule on the same account. */
    record Earlier(String rule, int weight, Duration ago) {}

    static Hits judge(RuleBook book, Features features) {
        var weights = new HashMap<String, Integer>();
        for (var rule : book.rules()) {
            var weight = weight(rule, features);
            if (weight > 0) weights.put(rule.id(), weight);
        }
        return new Hits(Map.copyOf(weights));
    }

    /** Each rule counts once: now with its full weight, or its strongest earlier hit halved every 24 hours. */
    static int score(Hits now, List<Earlier> earlier) {
        var byRule = new HashMap<String, Double>();
        now.weights().forEach((rule, weight) -> byRule.put(rule, (double) weight));
        for (var hit : earlier) {
            var faded = hit.weight() * Math.pow(0.5, hit.ago().toMinutes() / 60.0 / HALF_LIFE_HOURS);
            byRule.merge(hit.rule(), faded, Math::max);
        }
        return (int) byRule.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int weight(Rule rule, Features f) {
        return switch (rule.id()) {
            case "R01" -> // many paid orders in an hour, or in a day
                step(rule, f.paidInHour() >= rule.first(f), f.paidInDay() >= rule.second(f));
            case "R02" -> // much paid in a day: look, or hold
                step(rule, f.paidSumInDay() >= rule.first(f), f.paidSumInDay() >= rule.second(f));
            case "R05" -> // account younger than a week: one large order, or a large day
                f.accountAge().compareTo(NEW_ACCOUNT) < 0
                        ? step(rule, f.amount() >= rule.first(f), f.paidSumInDay() >= rule.second(f))
                        : 0;
            case "R09" -> // many accounts on one device, or on one address that is not a known NAT
                step(
                        rule,
                        f.accountsOfDevice() >= rule.first(f),
                        !f.ipIsKnownNat() && f.accountsOfIp() >= rule.second(f));
            case "R15" -> // card testing: failures, then a success
                step(rule, f.failedAttempts() >= rule.first(f), false);
            case "R17" -> minor(rule, f) ? rule.firstWeight() : 0;
            default -> throw new IllegalStateException("rule data names an unknown rule " + rule.id());
        };
    }

    private static int step(Rule rule, boolean first, boolean second) {
        return Math.max(first ? rule.firstWeight() : 0, second ? rule.secondWeight() : 0);
    }

    private static boolean minor(Rule rule, Features f) {
        var age = f.buyerAge();
        if (age == null || age >= rule.second()) return false;
        if (age < CHILD) return true;
        return age < rule.first()
                ? f.amount() > UNDER_16_ONCE || f.paidSumInMonth() > UNDER_16_MONTH
                : f.amount() > UNDER_18_ONCE || f.paidSumInMonth() > UNDER_18_MONTH;
    }
}
