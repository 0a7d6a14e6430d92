package org.kameng.tools.simulators.wechat;

import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** The platform's side of notifications: keeps what arrives and answers as told. */
final class NoticeBox implements AutoCloseable {
    final List<Request> arrived = new CopyOnWriteArrayList<>();
    volatile int answer = 204;
    private final HttpServer server;

    NoticeBox() throws IOException {
        var router = new Router()
                .add("POST", "/webhooks/wechat/payments", this::keep)
                .add("POST", "/webhooks/wechat/refunds", this::keep);
        server = new HttpServer(0, router);
    }

    private Answer keep(Request request) {
        arrived.add(request);
        return Answer.empty(answer);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    static <T> T parse(SdkMerchant merchant, Request notice, Class<T> type) {
        return new NotificationParser(merchant.config).parse(param(notice), type);
    }

    static RequestParam param(Request notice) {
        return new RequestParam.Builder()
                .serialNumber(notice.header("wechatpay-serial"))
                .nonce(notice.header("wechatpay-nonce"))
                .signature(notice.header("wechatpay-signature"))
                .timestamp(notice.header("wechatpay-timestamp"))
                .body(notice.text())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
