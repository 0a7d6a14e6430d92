package org.kameng.domain.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state a closing job found, or CLOSED when it closed the order itself.
 *
 * @param closedNow this call made the change
 * @param closeReason the stored one: a cancel that came first may have won
 * @param openAttempts payments to close at the channel; empty unless the order is closed
 */
public record CloseResult(
        OrderState state,
        boolean closedNow,
        @Nullable String closeReason,
        List<OpenAttempt> openAttempts,
        int riskScore,
        List<String> riskFlags) {
    /** A payment number that the channel may still accept money for; the channel by name, as this feature knows none. */
    public record OpenAttempt(String channel, String outTradeNo, String subMchid) {}
}
