package org.kameng.domain.payment;

/** The channel's answer to a request for a QR code. */
public sealed interface Prepay {
    /** Show this as a QR code. */
    record Ready(String codeUrl) implements Prepay {}

    /** Refused for good under this number. */
    record Refused(String code) implements Prepay {}

    /** No clear answer; ask again with the same number. */
    record Unknown(String code) implements Prepay {}
}
