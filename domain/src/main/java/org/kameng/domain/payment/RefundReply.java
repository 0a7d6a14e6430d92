package org.kameng.domain.payment;

/** The channel's answer about a refund. */
public sealed interface RefundReply {
    /** Accepted and under way. */
    record Accepted(String channelRefundId) implements RefundReply {}

    /** At its end. */
    record Settled(RefundOutcome outcome, String channelRefundId) implements RefundReply {}

    /** Refused for good, for example for want of funds; a person is needed. */
    record Refused(String code) implements RefundReply {}

    /** The channel does not know the number: sending the request with the same number is safe. */
    record NotFound() implements RefundReply {}

    /** No clear answer. */
    record Unknown(String code) implements RefundReply {}
}
