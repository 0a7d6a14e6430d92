package org.kameng.domain.risk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at, this order or payment included. Counts and sums are of confirmed payments; amounts in fen. The
 * caps keep the reads short and lie far above every threshold.
 */
record Features(
        long amount,
        boolean business,
        Duration accountAge,
        int paidInHour,
        int paidInDay,
        long paidSumInDay,
        long paidSumInMonth,
        int accountsOfDevice,
        int accountsOfIp,
        boolean ipIsKnownNat,
        int failedAttempts,
        @Nullable Integer buyerAge) {

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("amountFen", amount);
        facts.put("business", business);
        facts.put("accountAgeHours", accountAge.toHours());
        facts.put("paidInHour", paidInHour);
        facts.put("paidInDay", paidInDay);
        facts.put("paidSumInDayFen", paidSumInDay);
        facts.put("paidSumInMonthFen", paidSumInMonth);
        facts.put("accountsOfDevice", accountsOfDevice);
        facts.put("accountsOfIp", accountsOfIp);
        facts.put("ipIsKnownNat", ipIsKnownNat);
        facts.put("failedAttempts", failedAttempts);
        if (buyerAge != null) facts.put("buyerAge", buyerAge);
        return facts;
    }
}
