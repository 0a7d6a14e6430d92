package org.kameng.workers.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    ResponseEntity<String> take(HttpServletRequest request) throws IOException {
        // The bytes themselves: a form read by the container would be empty here.
        var body = request.getInputStream().readNBytes(Opened.LARGEST_BODY + 1);
        var knock = new NoticeIntake.Knock(Channel.ALIPAY, body, request.getRemoteAddr());
        var status = intake.take(knock, door.open(body), door.freshness(), desk::take);
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body(status == HttpStatus.OK ? "success" : "fail");
    }
}
