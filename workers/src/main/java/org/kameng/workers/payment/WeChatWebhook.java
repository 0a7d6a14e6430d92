package org.kameng.workers.payment;

import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Pay tells us of payments and refunds. The status code decides there: 204 only after our commit. */
@RestController
class WeChatWebhook {
    private static final Map<String, String> FAIL = Map.of("code", "FAIL", "message", "失败");

    private final WeChatDoor door;
    private final WeChatDesk desk;
    private final NoticeIntake intake;

    WeChatWebhook(WeChatDoor door, WeChatDesk desk, NoticeIntake intake) {
        this.door = door;
        this.desk = desk;
        this.intake = intake;
    }

    @PostMapping(WeChatRequests.PAYMENTS)
    ResponseEntity<Map<String, String>> payment(HttpServletRequest request) throws IOException {
        return take(request, Transaction.class, desk::payment);
    }

    @PostMapping(WeChatRequests.REFUNDS)
    ResponseEntity<Map<String, String>> refund(HttpServletRequest request) throws IOException {
        return take(request, WeChatRefundNotice.class, desk::refund);
    }

    private <T> ResponseEntity<Map<String, String>> take(
            HttpServletRequest request, Class<T> type, Function<T, @Nullable Objection> work) throws IOException {
        var body = request.getInputStream().readNBytes(Opened.LARGEST_BODY + 1);
        var knock = new NoticeIntake.Knock(Channel.WECHAT, body, request.getRemoteAddr());
        var status = intake.take(knock, door.open(request::getHeader, body, type), door.freshness(), work);
        return status == HttpStatus.OK
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(status).body(FAIL);
    }
}
