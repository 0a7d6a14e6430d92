package org.kameng.tools.simulators.supplier;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it was asked for, whatever the wire.
 *
 * @param maxCostFen for all units together; null when the caller sets no limit
 * @param direct null where the wire does not say
 */
public record Wish(
        String orderNo,
        String sku,
        @Nullable Boolean direct,
        int quantity,
        @Nullable Long maxCostFen,
        Map<String, String> account,
        @Nullable String notifyUrl) {

    /** The same for the same content; where news are sent is no part of it. */
    String fingerprint() {
        return Digests.sha256(String.join("|", sku, "" + quantity, "" + maxCostFen, new TreeMap<>(account).toString()));
    }

    String maskedAccount() {
        var text = String.join(" ", new TreeMap<>(account).values());
        return text.length() <= 4 ? text.replaceAll(".", "*") : "***" + text.substring(text.length() - 4);
    }
}
