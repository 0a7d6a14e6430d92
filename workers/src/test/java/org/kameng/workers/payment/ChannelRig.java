package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Refunds;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** One channel wired up as in the application: the adapter out, the door in, and all that passed through the door. */
final class ChannelRig implements AutoCloseable {
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<Request> letters = new CopyOnWriteArrayList<>();
    /** HTTP statuses in the order of the letters. */
    final List<Integer> answers = new CopyOnWriteArrayList<>();

    final Side side;
    final PaymentChannel channel;
    private final HttpServer door;
    private final List<Boolean> receipts = new CopyOnWriteArrayList<>();

    ChannelRig(Side side, Payments payments, Refunds refunds, Clock clock) throws IOException {
        this.side = side;
        var books = new NoticeBooks(payments, refunds, meters);
        var intake = new NoticeIntake(new Refusals(payments, meters, clock));
        var mvc = MockMvcBuilders.standaloneSetup(side.webhook(intake, books, clock))
                .build();
        var router = new Router();
        side.paths().forEach(path -> router.add("POST", path, request -> pass(mvc, request)));
        door = new HttpServer(0, router);
        channel = side.connect(url().toString(), side.credentials(), meters);
    }

    private Answer pass(MockMvc mvc, Request request) throws Exception {
        var call = post(request.path()).content(request.body());
        request.headers().forEach((name, value) -> {
            if (!name.equals("content-length")) {
                call.header(name, value);
            }
        });
        var answer = mvc.perform(call).andReturn().getResponse();
        letters.add(request);
        receipts.add(side.isReceipt(answer.getStatus(), answer.getContentAsString()));
        answers.add(answer.getStatus());
        return Answer.of(
                answer.getStatus(), "text/plain", answer.getContentAsString().getBytes(StandardCharsets.UTF_8));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.port());
    }

    void knobs(String json) {
        assertThat(Http.put(side.control().resolve("/control/knobs"), json)).isEqualTo(200);
    }

    String pay(String outTradeNo) {
        return side.simulator().pay(outTradeNo, "payer-1").transactionId();
    }

    /** Sends a letter of somebody else to the door; answers whether it was taken for the channel's. */
    boolean knock(String path, Side.Letter letter) {
        var answer = Http.post(url().resolve(path), letter.body(), letter.headers());
        return side.isReceipt(answer.statusCode(), answer.body());
    }

    void awaitLetters(int count) {
        await().until(() -> answers.size() >= count);
    }

    /** Waits for so many letters and compares which of them were acknowledged. */
    void acknowledges(Boolean... expected) {
        awaitLetters(expected.length);
        assertThat(receipts).as("statuses %s", answers).containsExactly(expected);
    }

    void acknowledgesAll(int count) {
        var all = new Boolean[count];
        Arrays.fill(all, true);
        acknowledges(all);
    }

    double refused(String why) {
        return meters.counter(
                        "kameng.channel.notices.refused", "channel", side.id().name(), "why", why)
                .count();
    }

    @Override
    public void close() {
        door.close();
    }
}
