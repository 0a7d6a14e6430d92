package org.kameng.workers.payment;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.exception.WechatPayException;

/** Reads the exceptions of WeChat Pay's SDK. */
final class WeChatFailures {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private WeChatFailures() {}

    static Failure of(WechatPayException e) {
        if (e instanceof ServiceException answered) {
            return of(answered);
        } else if (e instanceof HttpException) {
            return new Failure(false, "NO_ANSWER");
        } else if (e instanceof ValidationException) {
            return new Failure(false, "BAD_ANSWER_SIGNATURE");
        }
        return new Failure(false, e instanceof MalformedMessageException ? "BROKEN_ANSWER" : "SDK_ERROR");
    }

    // A 401 is our own key or clock: it says nothing about the payment, so it is not a refusal.
    private static Failure of(ServiceException e) {
        int status = e.getHttpStatusCode();
        boolean refused = status >= 400 && status < 500 && status != UNAUTHORIZED && status != TOO_MANY;
        var code = e.getErrorCode();
        if (status == NOT_FOUND) {
            return new Failure(true, Failure.NOT_FOUND);
        }
        return new Failure(refused, code == null || code.isBlank() ? "HTTP_" + status : code);
    }
}
