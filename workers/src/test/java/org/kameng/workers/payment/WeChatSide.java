package org.kameng.workers.payment;

import com.wechat.pay.java.core.notification.NotificationParser;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.wechat.WeChatSimulator;

record WeChatSide(WeChatSimulator simulator) implements Side {
    @Override
    public Channel id() {
        return Channel.WECHAT;
    }

    @Override
    public String merchant() {
        return "1900000109";
    }

    @Override
    public Duration firstRepeat() {
        return Duration.ofSeconds(16);
    }

    @Override
    public List<String> unclear() {
        return List.of("error5xx", "error429", "badAnswerSignature");
    }

    @Override
    public String refundsPend(boolean pend) {
        return "{\"refundResult\":\"" + (pend ? "PROCESSING" : "SUCCESS") + "\"}";
    }

    @Override
    public List<String> paths() {
        return List.of(WeChatRequests.PAYMENTS, WeChatRequests.REFUNDS);
    }

    @Override
    public PaymentChannel connect(String publicUrl, Path credentials, MeterRegistry meters) {
        var settings = new WeChatSettings(
                simulator.url(), credentials, Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofSeconds(2));
        var merchant = WeChatMerchant.load(credentials);
        return new WeChatPayChannel(
                WeChatClient.open(settings, merchant), new WeChatRequests(merchant, publicUrl), merchant, meters);
    }

    @Override
    public Object webhook(NoticeIntake intake, NoticeBooks books, Clock clock) {
        var merchant = WeChatMerchant.load(credentials());
        return new WeChatWebhook(
                new WeChatDoor(new NotificationParser(merchant.config()), new Freshness(clock)),
                new WeChatDesk(merchant, books),
                intake);
    }

    @Override
    public boolean isReceipt(int status, String body) {
        return status == 204;
    }

    @Override
    public Letter stolen(Request letter, int way) {
        var headers = new HashMap<>(letter.headers());
        headers.keySet().removeIf(name -> !name.startsWith("wechatpay") && !name.equals("content-type"));
        return switch (way % 4) {
            case 0 -> new Letter(headers, letter.text());
            case 1 -> new Letter(headers, letter.text().replace("TRANSACTION", "REFUND"));
            case 2 -> {
                headers.put("wechatpay-nonce", "another" + way);
                yield new Letter(headers, letter.text());
            }
            default -> {
                headers.computeIfPresent("wechatpay-timestamp", (name, at) -> Long.toString(Long.parseLong(at) + 1));
                yield new Letter(headers, letter.text());
            }
        };
    }
}
