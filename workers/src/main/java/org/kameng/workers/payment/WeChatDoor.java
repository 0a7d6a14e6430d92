package org.kameng.workers.payment;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets only notifications in that WeChat Pay itself signed just now. */
record WeChatDoor(NotificationParser parser, Freshness freshness) {

    /**
     * Judges one notification.
     *
     * @param headers answers a header by name
     * @param body exactly as received; one byte more than allowed shows that it is too large
     */
    <T> Opened<T> open(UnaryOperator<@Nullable String> headers, byte[] body, Class<T> type) {
        if (body.length > Opened.LARGEST_BODY) {
            return Opened.malformed("TOO_LARGE");
        }
        var timestamp = headers.apply("Wechatpay-Timestamp");
        var nonce = headers.apply("Wechatpay-Nonce");
        var signature = headers.apply("Wechatpay-Signature");
        var serial = headers.apply("Wechatpay-Serial");
        if (timestamp == null || nonce == null || signature == null || serial == null) {
            return Opened.unproven("UNSIGNED");
        }
        // The SDK does not look at the age: a notification recorded years ago passes its check.
        if (!isFresh(timestamp)) {
            return Opened.unproven("STALE");
        }
        var request = new RequestParam.Builder()
                .serialNumber(serial)
                .nonce(nonce)
                .signature(signature)
                .timestamp(timestamp)
                .body(new String(body, StandardCharsets.UTF_8))
                .build();
        return parse(request, nonce, type);
    }

    private <T> Opened<T> parse(RequestParam request, String nonce, Class<T> type) {
        try {
            var content = parser.parse(request, type);
            if (content == null) {
                return Opened.malformed("MALFORMED");
            }
            return freshness.wasUsed(nonce) ? Opened.unproven("REPLAYED") : new Opened.Genuine<>(content, nonce);
        } catch (ValidationException e) {
            return Opened.unproven("FORGED");
        } catch (WechatPayException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            // well signed but not what it should be; the SDK throws all of these
            return Opened.malformed("MALFORMED");
        }
    }

    private boolean isFresh(String timestamp) {
        try {
            return freshness.isFresh(Instant.ofEpochSecond(Long.parseLong(timestamp)));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
