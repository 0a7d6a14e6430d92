package org.kameng.domain.payment;

/** What the channel knows about a payment number. */
public sealed interface QueryResult {
    /** Paid; the notice may go to {@link Payments#receive}. */
    record Paid(ChannelNotice notice) implements QueryResult {}

    /** Not paid yet. */
    record NotPaid() implements QueryResult {}

    /** Closed, no money will come. */
    record Closed() implements QueryResult {}

    /** The channel does not know the number. Not the same as failed. */
    record NotFound() implements QueryResult {}

    /** No clear answer. */
    record Unknown(String code) implements QueryResult {}
}
