package org.kameng.workers.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/** Reads refused answers and the exceptions of Alipay's SDK. */
final class AlipayFailures {
    private static final String BUSINESS_FAILED = "40004";
    private static final String TRADE_NOT_EXIST = "ACQ.TRADE_NOT_EXIST";
    /** Business codes that say the gateway itself does not know what happened. */
    private static final Set<String> UNCLEAR = Set.of("ACQ.SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR");

    private AlipayFailures() {}

    /** Anything but HTTP 200 is an exception of the SDK, and so is an answer whose signature fails. */
    static Failure of(AlipayApiException e) {
        return new Failure(false, e.getCause() instanceof IOException ? "NO_ANSWER" : "BAD_ANSWER");
    }

    // Only 40004 comes from behind the gateway. All other codes are about our key, our rights or its health, and say
    // nothing about the payment.
    static Failure of(AlipayResponse answer) {
        var code = Objects.requireNonNullElse(answer.getSubCode(), answer.getCode());
        if (TRADE_NOT_EXIST.equals(code)) {
            return new Failure(true, Failure.NOT_FOUND);
        }
        var refused = BUSINESS_FAILED.equals(answer.getCode()) && !UNCLEAR.contains(code);
        return new Failure(refused, code == null ? "NO_CODE" : code);
    }
}
