package org.kameng.tools.enginefeed;

/** There is no room for another record. Thrown at the broker on purpose: it keeps the record and offers it again with back-off. */
final class FeedBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedBehindException(int waiting) {
        // No stack trace: it is thrown again and again while PostgreSQL is away, and the place is known.
        super("engine-feed: PostgreSQL takes nothing, " + waiting + " records wait", null, false, false);
    }
}
