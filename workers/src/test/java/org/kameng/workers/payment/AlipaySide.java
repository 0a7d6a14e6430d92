package org.kameng.workers.payment;

import com.alipay.api.AlipayApiException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.tools.simulators.alipay.AlipaySimulator;
import org.kameng.tools.simulators.http.Request;

record AlipaySide(AlipaySimulator simulator) implements Side {
    @Override
    public Channel id() {
        return Channel.ALIPAY;
    }

    @Override
    public String merchant() {
        return "2088000000000109";
    }

    @Override
    public Duration firstRepeat() {
        return Duration.ofSeconds(241);
    }

    @Override
    public List<String> unclear() {
        return List.of("error5xx", "busy", "isvError", "badAnswerSignature");
    }

    @Override
    public String refundsPend(boolean pend) {
        return "{\"refundPending\":" + pend + "}";
    }

    @Override
    public List<String> paths() {
        return List.of(AlipayRequests.NOTICES);
    }

    @Override
    public PaymentChannel connect(String publicUrl, Path credentials, MeterRegistry meters) {
        var settings = new AlipaySettings(simulator.url(), credentials, Duration.ofSeconds(1), Duration.ofMillis(1500));
        try {
            return new AlipayChannel(
                    AlipayConfiguration.client(settings, AlipayApp.load(credentials)),
                    new AlipayRequests(publicUrl),
                    meters);
        } catch (AlipayApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object webhook(NoticeIntake intake, NoticeBooks books, Clock clock) {
        var app = AlipayApp.load(credentials());
        return new AlipayWebhook(new AlipayDoor(app, new Freshness(clock)), new AlipayDesk(app, books), intake);
    }

    @Override
    public boolean isReceipt(int status, String body) {
        return status == 200 && body.equals("success");
    }

    @Override
    public Letter stolen(Request letter, int way) {
        var form = letter.text();
        var bent = switch (way % 4) {
            case 0 -> form;
            case 1 -> form.replaceAll("(notify_id=)[0-9a-f]+", "$1" + "0".repeat(28) + (1000 + way));
            case 2 -> form.replaceAll("(total_amount=)[0-9.]+", "$10.01");
            default ->
                Pattern.compile("(notify_time=[^&]*)(\\d)")
                        .matcher(form)
                        .replaceFirst(time -> time.group(1) + (Integer.parseInt(time.group(2)) + 1) % 10);
        };
        return new Letter(Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"), bent);
    }
}
