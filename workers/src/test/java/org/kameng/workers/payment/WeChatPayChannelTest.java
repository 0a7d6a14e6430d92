package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundRequest;
import org.kameng.domain.shared.Money;
import org.kameng.tools.simulators.Simulators;
import org.kameng.tools.simulators.wechat.WeChatKnobs;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The adapter against the signed exchange of the simulator, in good days and bad. */
class WeChatPayChannelTest {
    private static final String SELLER = "1900000109";

    @TempDir
    Path home;

    private Simulators simulators;
    private WeChatPayChannel channel;

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        var settings = new WeChatSettings(
                simulators.wechat().url(),
                simulators.wechat().merchantFolder(),
                Duration.ofSeconds(1),
                Duration.ofMillis(1500),
                Duration.ofSeconds(2));
        var merchant = Merchant.load(settings.credentials());
        channel = new WeChatPayChannel(
                WeChatClient.open(settings, merchant),
                new Requests(merchant, "http://127.0.0.1:1"),
                merchant,
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
    }

    private static PrepayRequest order(String outTradeNo, long fen) {
        return new PrepayRequest(
                outTradeNo,
                SELLER,
                "《星云远征》点卡 30",
                Money.ofFen(fen),
                Instant.ofEpochSecond(Instant.now().getEpochSecond() + 900),
                "203.0.113.7");
    }

    private static RefundRequest refund(
            String refundNo, String outTradeNo, String transactionId, long fen, long total) {
        return new RefundRequest(
                refundNo, outTradeNo, transactionId, SELLER, Money.ofFen(fen), Money.ofFen(total), "无货");
    }

    private void trouble(String json) {
        simulators.wechat().knobs().set(WeChatKnobs.CALM);
        Http.put(simulators.wechat().url().resolve("/control/knobs"), json);
    }

    private String paid(String outTradeNo, long fen) {
        assertThat(channel.prepay(order(outTradeNo, fen))).isInstanceOf(Prepay.Ready.class);
        return simulators.wechat().pay(outTradeNo, "payer-1").transactionId();
    }

    @Test
    void an_order_is_prepaid_paid_and_read_back() {
        var order = order("C-000001", 2940);
        var ready = channel.prepay(order);
        assertThat(ready)
                .isInstanceOfSatisfying(
                        Prepay.Ready.class, r -> assertThat(r.codeUrl()).startsWith("weixin://"));
        assertThat(channel.prepay(order)).isEqualTo(ready);
        assertThat(channel.query("C-000001", SELLER)).isEqualTo(new QueryResult.NotPaid());

        var transaction = simulators.wechat().pay("C-000001", "payer-1").transactionId();

        assertThat(channel.query("C-000001", SELLER)).isInstanceOfSatisfying(QueryResult.Paid.class, paid -> {
            assertThat(paid.notice().transactionId()).isEqualTo(transaction);
            assertThat(paid.notice().amount()).isEqualTo(Money.ofFen(2940));
            assertThat(paid.notice().subMchid()).isEqualTo(SELLER);
            assertThat(paid.notice().payerId()).isEqualTo("payer-1");
        });
        assertThat(channel.close("C-000001", SELLER)).isEqualTo(new CloseReply.AlreadyPaid());
        assertThat(channel.prepay(order)).isEqualTo(new Prepay.Unknown("OUT_TRADE_NO_USED"));
    }

    @Test
    void a_closed_order_stays_closed() {
        var order = order("C-000002", 100);
        channel.prepay(order);
        assertThat(channel.close("C-000002", SELLER)).isEqualTo(new CloseReply.Closed());
        assertThat(channel.close("C-000002", SELLER)).isEqualTo(new CloseReply.Closed());
        assertThat(channel.query("C-000002", SELLER)).isEqualTo(new QueryResult.Closed());
        assertThat(channel.prepay(order)).isEqualTo(new Prepay.Refused("ORDER_CLOSED"));
    }

    @Test
    void what_the_channel_does_not_know_is_not_found() {
        assertThat(channel.query("C-000003", SELLER)).isEqualTo(new QueryResult.NotFound());
        assertThat(channel.close("C-000003", SELLER)).isEqualTo(new CloseReply.Closed());
        assertThat(channel.queryRefund("R-000003", SELLER)).isEqualTo(new RefundReply.NotFound());
    }

    @Test
    void a_refund_runs_to_its_end() {
        var transaction = paid("C-000004", 2940);
        var request = refund("R-000004", "C-000004", transaction, 940, 2940);
        var accepted = channel.refund(request);
        assertThat(accepted).isInstanceOf(RefundReply.Accepted.class);
        assertThat(channel.refund(request)).isEqualTo(accepted);
        await().untilAsserted(() -> assertThat(channel.queryRefund("R-000004", SELLER))
                .isInstanceOfSatisfying(
                        RefundReply.Settled.class, s -> assertThat(s.outcome()).isEqualTo(RefundOutcome.SUCCESS)));
        assertThat(channel.refund(refund("R-000005", "C-000004", transaction, 2001, 2940)))
                .isEqualTo(new RefundReply.Refused("INVALID_REQUEST"));
    }

    @Test
    void a_refund_without_funds_is_refused_and_one_that_fails_is_abnormal() {
        var transaction = paid("C-000005", 2940);
        var request = refund("R-000006", "C-000005", transaction, 2940, 2940);
        trouble("{\"subMerchantBalance\":1}");
        assertThat(channel.refund(request)).isEqualTo(new RefundReply.Refused("NOT_ENOUGH"));
        trouble("{\"refundResult\":\"ABNORMAL\"}");
        channel.refund(request);
        await().untilAsserted(() -> assertThat(channel.queryRefund("R-000006", SELLER))
                .isInstanceOfSatisfying(
                        RefundReply.Settled.class, s -> assertThat(s.outcome()).isEqualTo(RefundOutcome.ABNORMAL)));
    }

    @Test
    void an_answer_lost_after_success_is_unknown_and_a_query_finds_the_truth() {
        trouble("{\"timeoutAfterSuccess\":true,\"holdMs\":0}");
        var order = order("C-000006", 100);
        assertThat(channel.prepay(order)).isEqualTo(new Prepay.Unknown("BROKEN_ANSWER"));
        trouble("{\"timeoutAfterSuccess\":true,\"holdMs\":3000}");
        assertThat(channel.prepay(order)).isEqualTo(new Prepay.Unknown("NO_ANSWER"));
        trouble("{}");
        assertThat(channel.query("C-000006", SELLER)).isEqualTo(new QueryResult.NotPaid());

        var transaction = paid("C-000007", 100);
        trouble("{\"timeoutAfterSuccess\":true,\"holdMs\":0}");
        var request = refund("R-000007", "C-000007", transaction, 100, 100);
        assertThat(channel.refund(request)).isEqualTo(new RefundReply.Unknown("BROKEN_ANSWER"));
        await().untilAsserted(() ->
                assertThat(channel.queryRefund("R-000007", SELLER)).isInstanceOf(RefundReply.Settled.class));
    }

    @Test
    void every_unclear_answer_is_unknown_never_refused() throws IOException {
        for (var knob : new String[] {"error5xx", "error429", "badAnswerSignature"}) {
            trouble("{\"" + knob + "\":true}");
            var code = channel.prepay(order("C-000008", 100));
            assertThat(code).as(knob).isInstanceOf(Prepay.Unknown.class);
            assertThat(channel.query("C-000008", SELLER)).as(knob).isInstanceOf(QueryResult.Unknown.class);
            assertThat(channel.queryRefund("R-000008", SELLER)).as(knob).isInstanceOf(RefundReply.class);
        }
        trouble("{\"error5xx\":true}");
        assertThat(channel.close("C-000008", SELLER)).isEqualTo(new CloseReply.Unknown("SYSTEM_ERROR"));
        trouble("{\"answerDelayMs\":2500}");
        assertThat(channel.query("C-000008", SELLER)).isEqualTo(new QueryResult.Unknown("NO_ANSWER"));
        simulators.close();
        assertThat(channel.query("C-000008", SELLER)).isEqualTo(new QueryResult.Unknown("NO_ANSWER"));
        start();
    }

    @Test
    void a_request_signed_with_a_strange_key_says_nothing_about_the_payment(@TempDir Path elsewhere)
            throws IOException {
        try (var other = Simulators.onFreePorts(elsewhere)) {
            var settings = new WeChatSettings(
                    simulators.wechat().url(),
                    other.wechat().merchantFolder(),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));
            var merchant = Merchant.load(settings.credentials());
            var stranger = new WeChatPayChannel(
                    WeChatClient.open(settings, merchant),
                    new Requests(merchant, "http://127.0.0.1:1"),
                    merchant,
                    new SimpleMeterRegistry());
            assertThat(stranger.prepay(order("C-000009", 100))).isEqualTo(new Prepay.Unknown("SIGN_ERROR"));
        }
    }

    @Test
    void no_call_runs_while_a_transaction_is_open() {
        UnaryOperator<String> query = no -> channel.query(no, SELLER).toString();
        TransactionSynchronizationManager.initSynchronization();
        try {
            assertThatIllegalStateException().isThrownBy(() -> query.apply("C-000010"));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
