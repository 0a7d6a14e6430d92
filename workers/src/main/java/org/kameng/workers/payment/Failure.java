package org.kameng.workers.payment;

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
}
