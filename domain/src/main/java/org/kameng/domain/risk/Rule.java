package org.kameng.domain.risk;

/** One row of rule data: thresholds and weights of a rule under a version. */
record Rule(String id, long first, long second, int firstWeight, int secondWeight, int businessFactor) {
    long first(Features features) {
        return features.business() ? Math.multiplyExact(first, businessFactor) : first;
    }

    long second(Features features) {
        return features.business() ? Math.multiplyExact(second, businessFactor) : second;
    }
}
