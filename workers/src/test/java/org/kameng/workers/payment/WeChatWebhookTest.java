package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.wechat.pay.java.core.notification.NotificationParser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.RefundRequest;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.shared.Money;
import org.kameng.tools.simulators.Simulators;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The door for notifications: the simulator knocks as the channel, as a forger, late, and twice. */
class WeChatWebhookTest {
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(16);

    @TempDir
    Path home;

    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<Request> letters = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PaymentBooks books = new PaymentBooks();
    private final RefundBooks refunds = new RefundBooks();
    private volatile Duration dial = Duration.ZERO;
    private Simulators simulators;
    private HttpServer door;
    private URI url;
    private WeChatPayChannel channel;
    private PaymentQueryJob job;

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        var merchant = Merchant.load(simulators.wechat().merchantFolder());
        var clock = InstantSource.system().withZone(ZoneOffset.UTC);
        Clock dialled = new DialledClock(clock);
        var webhook = new WeChatWebhook(
                new NoticeDoor(new NotificationParser(merchant.config()), new SeenNonces(dialled), dialled),
                new NoticeDesk(merchant, books, refunds, meters),
                new Refusals(books, meters, dialled));
        var mvc = MockMvcBuilders.standaloneSetup(webhook).build();
        door = new HttpServer(
                0,
                new Router()
                        .add("POST", Requests.PAYMENTS, r -> pass(mvc, r))
                        .add("POST", Requests.REFUNDS, r -> pass(mvc, r)));
        url = URI.create("http://127.0.0.1:" + door.port());
        var settings = new WeChatSettings(
                simulators.wechat().url(),
                simulators.wechat().merchantFolder(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        channel = new WeChatPayChannel(
                WeChatClient.open(settings, merchant), new Requests(merchant, url.toString()), merchant, meters);
        job = new PaymentQueryJob(channel, books, refunds);
    }

    private final class DialledClock extends Clock {
        private final Clock real;

        DialledClock(Clock real) {
            this.real = real;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(dial);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Answer pass(MockMvc mvc, Request request) throws Exception {
        var call = post(request.path()).content(request.body());
        request.headers().forEach((name, value) -> {
            if (!name.equals("content-length")) {
                call.header(name, value);
            }
        });
        int status = mvc.perform(call).andReturn().getResponse().getStatus();
        letters.add(request);
        answers.add(status);
        return Answer.empty(status);
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
        door.close();
    }

    private void pay(String outTradeNo) {
        books.expect(outTradeNo, 2940);
        channel.prepay(new PrepayRequest(
                outTradeNo,
                PaymentBooks.SELLER,
                "《星云远征》点卡 30",
                Money.ofFen(2940),
                Instant.now().plusSeconds(900),
                ""));
        simulators.wechat().pay(outTradeNo, "payer-1");
    }

    private void knobs(String json) {
        assertThat(Http.put(simulators.wechat().url().resolve("/control/knobs"), json))
                .isEqualTo(200);
    }

    private void awaitAnswers(Integer... statuses) {
        await().until(() -> answers.size() >= statuses.length);
        assertThat(answers).containsExactly(statuses);
    }

    private double refusals(String why) {
        return meters.counter("kameng.wechat.notices.refused", "why", why).count();
    }

    @Test
    void a_genuine_notification_is_committed_and_then_acknowledged() {
        pay("D-000001");
        awaitAnswers(204);
        assertThat(books.confirmed.get("D-000001").payerId()).isEqualTo("payer-1");
        assertThat(books.confirmed.get("D-000001").source()).isEqualTo(ChannelNotice.Source.NOTIFICATION);
        assertThat(books.refused).isEmpty();
    }

    @Test
    void a_forged_notification_is_refused_recorded_and_counted_and_the_true_one_is_taken() {
        knobs("{\"forgedNotify\":true}");
        pay("D-000002");
        awaitAnswers(401);
        assertThat(books.confirmed).isEmpty();
        assertThat(books.refused).containsExactly("FORGED");
        assertThat(refusals("FORGED")).isEqualTo(1);
        knobs("{\"forgedNotify\":false}");
        simulators.wechat().clock().advance(FIRST_REPEAT);
        awaitAnswers(401, 204);
        assertThat(books.confirmed).containsKey("D-000002");
    }

    @Test
    void a_notification_301_seconds_old_is_refused_though_well_signed() {
        knobs("{\"staleNotify\":true}");
        pay("D-000003");
        awaitAnswers(401);
        assertThat(books.refused).containsExactly("STALE");
        assertThat(books.confirmed).isEmpty();
    }

    @Test
    void a_replayed_notification_is_refused_at_once_and_later_too() {
        pay("D-000004");
        awaitAnswers(204);
        replay(letters.getFirst());
        awaitAnswers(204, 401);
        dial = Duration.ofSeconds(305);
        replay(letters.getFirst());
        awaitAnswers(204, 401, 401);
        assertThat(books.refused).containsExactly("REPLAYED", "STALE");
        assertThat(books.receipts).hasSize(1);
    }

    private void replay(Request letter) {
        var headers = new HashMap<>(letter.headers());
        headers.keySet().removeIf(name -> !name.startsWith("wechatpay") && !name.equals("content-type"));
        Http.post(url.resolve(letter.path()), letter.text(), headers);
    }

    @Test
    void wrong_merchant_and_wrong_amount_are_refused_and_recorded() {
        knobs("{\"wrongMerchantNotify\":true}");
        pay("D-000005");
        awaitAnswers(400);
        knobs("{\"wrongMerchantNotify\":false,\"wrongAmountNotify\":true}");
        pay("D-000006");
        awaitAnswers(400, 400);
        assertThat(books.receipts)
                .containsExactly(
                        new PaymentReceipt.Suspicious(PaymentBooks.ORDER, PaymentReceipt.Why.WRONG_MERCHANT),
                        new PaymentReceipt.Suspicious(PaymentBooks.ORDER, PaymentReceipt.Why.WRONG_AMOUNT));
        assertThat(refusals("WRONG_MERCHANT")).isEqualTo(1);
        assertThat(refusals("WRONG_AMOUNT")).isEqualTo(1);
        assertThat(books.confirmed).isEmpty();
    }

    @Test
    void a_letter_that_fits_no_order_or_no_form_is_refused() {
        Http.post(url.resolve(Requests.PAYMENTS), "{}", Map.of());
        Http.post(url.resolve(Requests.PAYMENTS), "x".repeat(70_000), Map.of());
        pay("D-000007");
        awaitAnswers(401, 400, 204);
        var bent = letters.getLast().text().replace("TRANSACTION", "REFUND");
        var headers = new HashMap<>(letters.getLast().headers());
        headers.keySet().removeIf(name -> !name.startsWith("wechatpay"));
        Http.post(url.resolve(Requests.PAYMENTS), bent, headers);
        assertThat(books.refused).containsExactly("UNSIGNED", "TOO_LARGE", "FORGED");
    }

    @Test
    void fifty_notifications_at_once_are_handled_once() {
        knobs("{\"duplicateNotify\":49}");
        pay("D-000008");
        await().until(() -> answers.size() == 50);
        assertThat(answers).containsOnly(204);
        assertThat(books.receipts.stream()
                        .filter(PaymentReceipt.Confirmed.class::isInstance)
                        .toList())
                .hasSize(1);
    }

    @Test
    void a_failure_of_ours_asks_the_channel_to_repeat() {
        books.broken = new IllegalStateException("the database is away");
        pay("D-000009");
        awaitAnswers(500);
        books.broken = null;
        simulators.wechat().clock().advance(FIRST_REPEAT);
        dial = FIRST_REPEAT;
        awaitAnswers(500, 204);
        assertThat(books.confirmed).containsKey("D-000009");
    }

    @Test
    void a_payment_whose_notification_is_lost_is_found_by_asking() {
        knobs("{\"dropNotify\":true}");
        pay("D-000010");
        job.askForPayments();
        assertThat(books.confirmed.get("D-000010").source()).isEqualTo(ChannelNotice.Source.QUERY);
        assertThat(answers).isEmpty();
    }

    @Test
    void asking_survives_a_channel_in_trouble_and_learns_of_closed_orders() {
        books.expect("D-000011", 2940);
        channel.prepay(new PrepayRequest(
                "D-000011",
                PaymentBooks.SELLER,
                "点卡",
                Money.ofFen(2940),
                Instant.now().plusSeconds(900),
                ""));
        knobs("{\"error5xx\":true}");
        job.askForPayments();
        assertThat(books.closed).isEmpty();
        knobs("{\"error5xx\":false}");
        channel.close("D-000011", PaymentBooks.SELLER);
        job.askForPayments();
        assertThat(books.closed).containsExactly("D-000011");
    }

    @Test
    void refund_results_come_by_notification_or_by_asking() {
        pay("D-000012");
        awaitAnswers(204);
        refund("R-000012", 940);
        await().until(() -> refunds.state("R-000012") == RefundState.SUCCESS);
        awaitAnswers(204, 204);
        knobs("{\"dropNotify\":true,\"refundResult\":\"ABNORMAL\"}");
        refund("R-000013", 1000);
        await().untilAsserted(() -> {
            job.askForRefunds();
            assertThat(refunds.state("R-000013")).isEqualTo(RefundState.ABNORMAL);
        });
    }

    @Test
    void a_refund_notification_of_another_amount_is_refused() {
        pay("D-000014");
        awaitAnswers(204);
        refund("R-000014", 940);
        refunds.expect("R-000014", "D-000014", 941);
        awaitAnswers(204, 400);
        assertThat(books.refused).containsExactly("WRONG_AMOUNT");
        assertThat(refunds.state("R-000014")).isEqualTo(RefundState.SENT);
    }

    private void refund(String refundNo, long fen) {
        var outTradeNo = books.confirmed.keySet().iterator().next();
        refunds.expect(refundNo, outTradeNo, fen);
        channel.refund(new RefundRequest(
                refundNo,
                outTradeNo,
                books.confirmed.get(outTradeNo).transactionId(),
                PaymentBooks.SELLER,
                Money.ofFen(fen),
                Money.ofFen(2940),
                "无货"));
    }
}
