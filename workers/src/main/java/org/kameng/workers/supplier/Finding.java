package org.kameng.workers.supplier;

/**
 * What became of one rule.
 *
 * @param seen what the supplier did, in codes and counts; never a card or a secret
 */
public record Finding(Rule rule, Verdict verdict, String seen) {
    /** Whether the rule holds. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** It could not be tried: something it needs was not given or failed itself. */
        SKIPPED
    }

    static Finding of(Rule rule, boolean holds, String seen) {
        return new Finding(rule, holds ? Verdict.PASSED : Verdict.FAILED, seen);
    }

    static Finding skipped(Rule rule, String why) {
        return new Finding(rule, Verdict.SKIPPED, why);
    }
}
