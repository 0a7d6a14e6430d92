package org.kameng.domain.supplier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How patient we are with suppliers, as published to them. */
final class PurchaseRules {
    private static final List<Duration> RHYTHM = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    /** An unclear purchase raises an alarm this long after it was sent. */
    static final Duration ALERT = Duration.ofMinutes(10);
    /** Without delivery this long after the payment the buyer is offered the money. */
    static final Duration OFFER_REFUND = Duration.ofMinutes(30);
    /** This long after the payment a person decides. */
    static final Duration DECIDE = Duration.ofHours(24);
    /** For so long a person may have an unclear purchase asked on. */
    static final Duration ANOTHER_DAY = Duration.ofDays(1);
    /** How long a buyer may take to correct an account the supplier refused, from the payment on. */
    static final Duration CORRECT_ACCOUNT = Duration.ofHours(24);

    /** A question behind a process's back that came to nothing is put again after this. */
    static final Duration ASK_LEASE = Duration.ofMinutes(10);

    /** Accounts that a buyer may try for one order line; then the money goes back. */
    static final int MOST_ACCOUNTS = 6;

    /** For so long after a part came the rest may still come ... */
    static final Duration REST_MAY_COME = Duration.ofHours(24);
    /** ... and is asked for. */
    static final Duration ASK_FOR_REST = Duration.ofHours(1);

    /** How often a purchase called failed, of which its supplier has spoken since, is asked about. */
    static final Duration DOUBT = Duration.ofMinutes(10);

    /** "Not found" proves nothing before the supplier has processed this much more than our request ... */
    static final Duration SEEN_BEYOND = Duration.ofMinutes(15);
    /** ... and said it twice, so far apart. */
    static final Duration NOT_FOUND_APART = Duration.ofMinutes(10);

    private PurchaseRules() {}

    /** When to ask next after the {@code asked}th question, the placing being the 0th. */
    static Instant nextQuestion(int asked, Instant now) {
        return now.plus(RHYTHM.get(Math.min(asked, RHYTHM.size() - 1)));
    }
}
