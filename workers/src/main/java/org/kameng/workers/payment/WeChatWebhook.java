package org.kameng.workers.payment;

import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the channel tells us of payments and refunds. The status code decides at the channel: 204 only after our commit,
 * 4xx for what we do not believe, 500 for "tell me again".
 */
@RestController
class WeChatWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatWebhook.class);
    private static final Map<String, String> FAIL = Map.of("code", "FAIL", "message", "失败");
    private static final int UNBELIEVED = 400;
    private static final int AGAIN = 500;

    private final NoticeDoor door;
    private final NoticeDesk desk;
    private final Refusals refusals;

    WeChatWebhook(NoticeDoor door, NoticeDesk desk, Refusals refusals) {
        this.door = door;
        this.desk = desk;
        this.refusals = refusals;
    }

    @PostMapping(Requests.PAYMENTS)
    ResponseEntity<Map<String, String>> payment(HttpServletRequest request) throws IOException {
        return take(request, Transaction.class, desk::payment);
    }

    @PostMapping(Requests.REFUNDS)
    ResponseEntity<Map<String, String>> refund(HttpServletRequest request) throws IOException {
        return take(request, RefundNotice.class, desk::refund);
    }

    /** @param work does what the notification says; answers why not, or null when it is done */
    private <T> ResponseEntity<Map<String, String>> take(
            HttpServletRequest request, Class<T> type, Function<T, @Nullable String> work) throws IOException {
        var body = request.getInputStream().readNBytes(NoticeDoor.LARGEST_BODY + 1);
        return switch (door.open(request::getHeader, body, type)) {
            case Opened.TurnedAway<T>(String why, int status) -> refuse(why, status, body, request);
            case Opened.Genuine<T> genuine -> work(genuine, work, body, request);
        };
    }

    private <T> ResponseEntity<Map<String, String>> work(
            Opened.Genuine<T> genuine, Function<T, @Nullable String> work, byte[] body, HttpServletRequest request) {
        try {
            var why = work.apply(genuine.content());
            if (why != null) {
                return refuse(why, UNBELIEVED, body, request);
            }
            door.done(genuine);
            return ResponseEntity.noContent().build();
        } catch (RuntimeException e) {
            LOG.error("WeChat Pay notification not handled, the channel will repeat it", e);
            return ResponseEntity.status(AGAIN).body(FAIL);
        }
    }

    private ResponseEntity<Map<String, String>> refuse(
            String why, int status, byte[] body, HttpServletRequest request) {
        refusals.record(why, body, request.getRemoteAddr());
        return ResponseEntity.status(status).body(FAIL);
    }
}
