package org.kameng.domain.supplier;

import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.shared.Money;

/** How closely suppliers are watched, and when we stop buying from them. */
final class WatchRules {
    /** A price more than this above the accepted one is for a person, in percent. */
    private static final int PRICE_UP_PERCENT = 5;
    /** The balance should cover this many times the spending of the last {@link #SPENDING}. */
    private static final int BALANCE_COVERS = 2;

    static final Duration SPENDING = Duration.ofHours(24);
    static final Duration PRODUCT_EVERY = Duration.ofMinutes(2);
    static final Duration LIST_EVERY = Duration.ofMinutes(15);
    static final Duration SUBSCRIBE_EVERY = Duration.ofHours(1);
    static final Duration BALANCE_EVERY = Duration.ofMinutes(5);
    /** Whom we ask so often and hear nothing from for so long is silent. */
    static final Duration SILENCE = Duration.ofMinutes(10);
    /** A question nobody answered is asked again after this. */
    static final Duration LEASE = Duration.ofMinutes(1);

    static final Duration LIST_LEASE = Duration.ofHours(1);

    /** The breaker looks at so many of the latest purchases ... */
    static final int LOOKED_AT = 20;
    /** ... but judges nothing before it has seen this many. */
    static final int JUDGED_FROM = 6;

    /** So long a purchase that tries is waited for before another one may; also in {@link Breakers#LETS_THROUGH}. */
    static final Duration PROBE_LASTS = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 5;

    private WatchRules() {}

    static boolean priceIsUp(Money accepted, Money told) {
        // Whatever is told fits: a supplier may tell any number.
        return told.fen() - accepted.fen() > Math.multiplyExact(accepted.fen(), (long) PRICE_UP_PERCENT) / 100;
    }

    static boolean balanceIsLow(Money balance, Money spent) {
        return balance.compareTo(spent.times(BALANCE_COVERS)) < 0;
    }

    static boolean tooMany(int bad, int seen) {
        return seen >= JUDGED_FROM && bad * 2 >= seen;
    }

    /** When to try again after the {@code trips}th time in a row: 1 minute, doubling to 32. */
    static Instant probeAt(int trips, Instant now) {
        return now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(trips - 1, MOST_DOUBLINGS)));
    }
}
