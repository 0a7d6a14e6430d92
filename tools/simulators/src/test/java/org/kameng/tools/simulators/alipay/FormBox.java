package org.kameng.tools.simulators.alipay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** The platform's side of notifications: keeps what arrives and answers as told. */
final class FormBox implements AutoCloseable {
    final List<Request> arrived = new CopyOnWriteArrayList<>();
    volatile String answer = "success";
    private final HttpServer server;

    FormBox() throws IOException {
        server = new HttpServer(0, new Router().add("POST", "/webhooks/alipay", this::keep));
    }

    private Answer keep(Request request) {
        arrived.add(request);
        return Answer.of(200, "text/plain", answer.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, String> form(int index) {
        return Wire.form(arrived.get(index).text());
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/webhooks/alipay";
    }

    @Override
    public void close() {
        server.close();
    }
}
