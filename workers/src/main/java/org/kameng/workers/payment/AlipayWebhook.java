package org.kameng.workers.payment;

import jakarta.servlet.http.HttpServletRequest;
import org.kameng.domain.payment.Channel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Alipay tells us of payments and refunds. It reads the body of our answer: {@code success} only after our commit. */
@RestController
class AlipayWebhook {
    private final AlipayDoor door;
    private final AlipayDesk desk;
    private final NoticeIntake intake;

    AlipayWebhook(AlipayDoor door, AlipayDesk desk, NoticeIntake intake) {
        this.door = door;
        this.desk = desk;
        this.intake = intake;
    }

    @PostMapping(AlipayRequests.NOTICES)
    ResponseEntity<String> take(HttpServletRequest request) {
        // The fields, not the bytes: a form is gone from the stream as soon as any filter has asked for a parameter.
        var notice = AlipayNotice.of(request.getParameterMap());
        var knock = new NoticeIntake.Knock(Channel.ALIPAY, notice.digestible(), request.getRemoteAddr());
        var opened = door.open(notice, request.getContentLengthLong());
        var status = intake.take(knock, opened, door.freshness(), desk::take);
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body(status == HttpStatus.OK ? "success" : "fail");
    }
}
