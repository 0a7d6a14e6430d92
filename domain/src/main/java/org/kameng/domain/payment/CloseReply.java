package org.kameng.domain.payment;

/** The channel's answer to closing a payment number. */
public sealed interface CloseReply {
    /** Closed, or never opened there. */
    record Closed() implements CloseReply {}

    /** Too late: it is paid; the notification or the query job brings the facts. */
    record AlreadyPaid() implements CloseReply {}

    /** No clear answer. */
    record Unknown(String code) implements CloseReply {}
}
