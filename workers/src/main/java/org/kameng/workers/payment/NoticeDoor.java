package org.kameng.workers.payment;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets only notifications in that the channel itself signed just now. */
final class NoticeDoor {
    static final Duration OLDEST = Duration.ofSeconds(300);
    static final int LARGEST_BODY = 64 * 1024;
    private static final int PROOF_FAILS = 401;
    private static final int FORM_FAILS = 400;

    private final NotificationParser parser;
    private final SeenNonces seen;
    private final Clock clock;

    NoticeDoor(NotificationParser parser, SeenNonces seen, Clock clock) {
        this.parser = parser;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * Judges one notification.
     *
     * @param headers answers a header by name
     * @param body exactly as received; one byte more than allowed shows that it is too large
     */
    <T> Opened<T> open(UnaryOperator<@Nullable String> headers, byte[] body, Class<T> type) {
        if (body.length > LARGEST_BODY) {
            return new Opened.TurnedAway<>("TOO_LARGE", FORM_FAILS);
        }
        var timestamp = headers.apply("Wechatpay-Timestamp");
        var nonce = headers.apply("Wechatpay-Nonce");
        var signature = headers.apply("Wechatpay-Signature");
        var serial = headers.apply("Wechatpay-Serial");
        if (timestamp == null || nonce == null || signature == null || serial == null) {
            return new Opened.TurnedAway<>("UNSIGNED", PROOF_FAILS);
        }
        // The SDK does not look at the age: a notification recorded years ago passes its check.
        if (!isFresh(timestamp)) {
            return new Opened.TurnedAway<>("STALE", PROOF_FAILS);
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
                return new Opened.TurnedAway<>("MALFORMED", FORM_FAILS);
            }
            if (seen.contains(nonce)) {
                return new Opened.TurnedAway<>("REPLAYED", PROOF_FAILS);
            }
            return new Opened.Genuine<>(content, nonce);
        } catch (ValidationException e) {
            return new Opened.TurnedAway<>("FORGED", PROOF_FAILS);
        } catch (WechatPayException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            // well signed but not what it should be; the SDK throws all of these
            return new Opened.TurnedAway<>("MALFORMED", FORM_FAILS);
        }
    }

    /** The notification did its work: the same signature a second time is a replay, as the channel signs each repeat anew. */
    void done(Opened.Genuine<?> notice) {
        seen.add(notice.nonce());
    }

    private boolean isFresh(String timestamp) {
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signedAt, clock.instant()).abs().compareTo(OLDEST) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
