package org.kameng.domain.account;

import java.time.Duration;

/** How long having a phone in hand proves the same owner. */
public final class GuestRules {
    // Carriers keep a number out of use for about 90 days before somebody else gets it; a month of that is left as a
    // margin.
    public static final Duration SAME_OWNER = Duration.ofDays(60);

    private GuestRules() {}
}
