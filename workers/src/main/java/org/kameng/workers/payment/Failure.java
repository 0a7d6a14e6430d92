package org.kameng.workers.payment;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.exception.WechatPayException;

/**
 * What went wrong with a call, without the SDK's exception text: that repeats the whole request with its signature.
 *
 * @param refused the channel understood and said no; otherwise nobody knows what happened
 */
record Failure(boolean refused, String code) {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    static Failure of(WechatPayException e) {
        return switch (e) {
            case ServiceException s -> of(s);
            case HttpException h -> new Failure(false, "NO_ANSWER");
            case ValidationException v -> new Failure(false, "BAD_ANSWER_SIGNATURE");
            case MalformedMessageException m -> new Failure(false, "BROKEN_ANSWER");
            default -> new Failure(false, "SDK_ERROR");
        };
    }

    // A 401 is our own key or clock: it says nothing about the payment, so it is not a refusal.
    private static Failure of(ServiceException e) {
        int status = e.getHttpStatusCode();
        boolean refused = status >= 400 && status < 500 && status != UNAUTHORIZED && status != TOO_MANY;
        var code = e.getErrorCode();
        if (status == NOT_FOUND) {
            return new Failure(true, "NOT_FOUND");
        }
        return new Failure(refused, code == null || code.isBlank() ? "HTTP_" + status : code);
    }

    boolean notFound() {
        return refused && code.equals("NOT_FOUND");
    }

    boolean is(String wanted) {
        return refused && code.equals(wanted);
    }
}
