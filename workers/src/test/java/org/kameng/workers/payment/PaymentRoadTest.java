package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.wechat.pay.java.core.notification.NotificationParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.AlarmRow;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.tools.simulators.Simulators;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** From the channel's notification to the order's state, over the real domain and PostgreSQL. */
class PaymentRoadTest {
    @TempDir
    Path home;

    private final ShopFixture shop = new ShopFixture();
    private final Payments payments = shop.bean(Payments.class);
    private final Refunds refunds = shop.bean(Refunds.class);
    private final OrderService orders = shop.bean(OrderService.class);
    private final Clock clock = shop.context().clock();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private Simulators simulators;
    private HttpServer door;
    private WeChatPayChannel channel;
    private PaymentQueryJob job;

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        setChannelClock();
        var meters = new SimpleMeterRegistry();
        var merchant = Merchant.load(simulators.wechat().merchantFolder());
        var webhook = new WeChatWebhook(
                new NoticeDoor(new NotificationParser(merchant.config()), new SeenNonces(clock), clock),
                new NoticeDesk(merchant, payments, refunds, meters),
                new Refusals(payments, meters, clock));
        var mvc = MockMvcBuilders.standaloneSetup(webhook).build();
        door = new HttpServer(
                0,
                new Router()
                        .add("POST", Requests.PAYMENTS, r -> pass(mvc, r))
                        .add("POST", Requests.REFUNDS, r -> pass(mvc, r)));
        var settings = new WeChatSettings(
                simulators.wechat().url(),
                simulators.wechat().merchantFolder(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        channel = new WeChatPayChannel(
                WeChatClient.open(settings, merchant),
                new Requests(merchant, "http://127.0.0.1:" + door.port()),
                merchant,
                meters);
        job = new PaymentQueryJob(channel, payments, refunds);
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
        door.close();
    }

    /** One dial for both sides; the channel is half a minute behind, as our clock stands still and its own runs. */
    private void setChannelClock() {
        var ours = clock.instant().minusSeconds(30);
        simulators.wechat().clock().turn(Duration.between(Clock.systemUTC().instant(), ours));
    }

    private Answer pass(MockMvc mvc, Request request) throws Exception {
        var call = post(request.path()).content(request.body());
        request.headers().forEach((name, value) -> {
            if (!name.equals("content-length")) {
                call.header(name, value);
            }
        });
        int status = mvc.perform(call).andReturn().getResponse().getStatus();
        answers.add(status);
        return Answer.empty(status);
    }

    private void knobs(String json) {
        assertThat(Http.put(simulators.wechat().url().resolve("/control/knobs"), json))
                .isEqualTo(200);
    }

    private OrderNo placed() {
        return shop.placed(shop.customer(), shop.offerWithCards(1), 1);
    }

    /** What job request-payment does. */
    private String prepaid(OrderNo no) {
        var start = payments.beginAttempt(no);
        var reply = channel.prepay(new PrepayRequest(
                start.outTradeNo(),
                start.subMchid(),
                start.subject(),
                start.amount(),
                start.deadline(),
                start.payerIp()));
        assertThat(reply).isInstanceOf(Prepay.Ready.class);
        payments.prepaid(start.outTradeNo(), ((Prepay.Ready) reply).codeUrl());
        return start.outTradeNo();
    }

    private List<String> alarms(OrderNo no) {
        return payments.alarms(ShopFixture.FINANCE, new PageRequest(0, 200)).rows().stream()
                .filter(alarm -> no.equals(alarm.order()))
                .map(AlarmRow::why)
                .toList();
    }

    @Test
    void fifty_notifications_at_once_pay_the_order_once() {
        var no = placed();
        knobs("{\"duplicateNotify\":49}");
        simulators.wechat().pay(prepaid(no), "payer-1");
        await().until(() -> answers.size() == 50);
        assertThat(answers).containsOnly(204);
        assertThat(shop.state(no)).isEqualTo(OrderState.PAID);
        assertThat(shop.context()
                        .sql()
                        .sql("select count(*) from payment_inbox where order_no = :no")
                        .param("no", no.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
        assertThat(shop.context().drain("payment-confirmed"))
                .filteredOn(m -> m.key().equals(no.value()))
                .hasSize(1);
        assertThat(alarms(no)).isEmpty();
    }

    @Test
    void a_wrong_amount_leaves_the_order_alone_and_raises_one_alarm() {
        var no = placed();
        knobs("{\"wrongAmountNotify\":true,\"notifyRetryScale\":0.01}");
        simulators.wechat().pay(prepaid(no), "payer-1");
        await().until(() -> answers.size() >= 2);
        assertThat(answers).containsOnly(400);
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
        assertThat(alarms(no)).containsExactly("WRONG_AMOUNT");
        knobs("{\"wrongAmountNotify\":false}");
        await().until(() -> answers.getLast() == 204);
        assertThat(shop.state(no)).isEqualTo(OrderState.PAID);
    }

    @Test
    void forged_and_stale_notifications_leave_alarms_and_an_untouched_order() {
        var no = placed();
        var before =
                payments.alarms(ShopFixture.FINANCE, new PageRequest(0, 200)).rows();
        knobs("{\"forgedNotify\":true}");
        simulators.wechat().pay(prepaid(no), "payer-1");
        await().until(() -> answers.size() == 1);
        knobs("{\"forgedNotify\":false,\"staleNotify\":true}");
        shop.context().clock().advance(Duration.ofMinutes(1));
        setChannelClock();
        await().until(() -> answers.size() == 2);
        assertThat(answers).containsOnly(401);
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
        var after =
                payments.alarms(ShopFixture.FINANCE, new PageRequest(0, 200)).rows();
        assertThat(after.subList(0, after.size() - before.size()))
                .extracting(AlarmRow::why)
                .containsExactly("STALE", "FORGED");
    }

    @Test
    void a_lost_notification_is_made_good_by_asking() {
        var no = placed();
        knobs("{\"dropNotify\":true}");
        simulators.wechat().pay(prepaid(no), "payer-1");
        shop.context().clock().advance(Duration.ofMinutes(2));
        setChannelClock();
        job.askForPayments();
        assertThat(shop.state(no)).isEqualTo(OrderState.PAID);
        assertThat(answers).isEmpty();
    }

    @Test
    void a_payment_after_closing_goes_back_by_itself() {
        var no = placed();
        var outTradeNo = prepaid(no);
        orders.close(no, "EXPIRED");
        simulators.wechat().pay(outTradeNo, "payer-1");
        await().until(() -> answers.size() == 1);
        assertThat(answers).containsExactly(204);
        assertThat(shop.state(no)).isEqualTo(OrderState.CLOSED);

        var refundNo = refunds.ofOrder(ShopFixture.FINANCE, no).getFirst().refundNo();
        var request = refunds.begin(refundNo).request();
        assertThat(channel.refund(request))
                .isInstanceOfSatisfying(
                        RefundReply.Accepted.class, a -> refunds.accepted(refundNo, a.channelRefundId()));
        await().until(() -> refunds.find(refundNo).orElseThrow().state() == RefundState.SUCCESS);
        assertThat(answers).containsExactly(204, 204);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_refund_whose_report_is_lost_is_made_good_by_asking_and_not_before_its_time() {
        var no = placed();
        simulators.wechat().pay(prepaid(no), "payer-1");
        await().until(() -> shop.state(no) == OrderState.PAID);
        knobs("{\"dropNotify\":true}");
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        assertThat(channel.refund(refunds.begin(refundNo).request()))
                .isInstanceOfSatisfying(
                        RefundReply.Accepted.class, a -> refunds.accepted(refundNo, a.channelRefundId()));
        job.askForRefunds();
        assertThat(refunds.find(refundNo).orElseThrow().state()).isEqualTo(RefundState.SENT);
        await().until(() -> channel.queryRefund(
                        refundNo, refunds.find(refundNo).orElseThrow().subMchid())
                instanceof RefundReply.Settled);
        shop.context().clock().advance(Duration.ofMinutes(1));
        job.askForRefunds();
        assertThat(refunds.find(refundNo).orElseThrow().state()).isEqualTo(RefundState.SUCCESS);
    }
}
