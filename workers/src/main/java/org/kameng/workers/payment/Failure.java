package org.kameng.workers.payment;

import java.util.function.Supplier;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.QueryResult;

/**
 * What went wrong with a call, without the SDK's exception text: that repeats the whole request with its signature.
 *
 * @param refused the channel understood and said no; otherwise nobody knows what happened
 */
record Failure(boolean refused, String code) {
    static final String NOT_FOUND = "NOT_FOUND";

    boolean notFound() {
        return is(NOT_FOUND);
    }

    boolean is(String wanted) {
        return refused && code.equals(wanted);
    }

    /** What a close that failed comes to. The codes for "paid already" differ, so after a refusal the order itself is asked. */
    CloseReply ofClose(String closedAlready, Supplier<QueryResult> ask) {
        if (notFound() || is(closedAlready)) {
            return new CloseReply.Closed();
        }
        return refused ? judge(ask.get()) : new CloseReply.Unknown(code);
    }

    private CloseReply judge(QueryResult now) {
        return switch (now) {
            case QueryResult.Paid paid -> new CloseReply.AlreadyPaid();
            case QueryResult.Closed closed -> new CloseReply.Closed();
            case QueryResult.NotFound none -> new CloseReply.Closed();
            case QueryResult.NotPaid open -> new CloseReply.Unknown(code);
            case QueryResult.Unknown unknown -> new CloseReply.Unknown(code);
        };
    }
}
