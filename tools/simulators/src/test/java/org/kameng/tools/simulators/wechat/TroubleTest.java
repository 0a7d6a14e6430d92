package org.kameng.tools.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each knob does what its name says, and the channel keeps its word through it. */
class TroubleTest {
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(16);

    @TempDir
    Path home;

    private WeChatSimulator simulator;
    private NoticeBox notices;
    private SdkMerchant merchant;

    @BeforeEach
    void start() throws IOException {
        notices = new NoticeBox();
        open();
    }

    private void open() throws IOException {
        simulator = new WeChatSimulator(home, 0, SdkMerchant.SHOP);
        merchant = new SdkMerchant(simulator.merchantFolder(), simulator.url(), notices.url());
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        notices.close();
    }

    private void pay(String outTradeNo) {
        merchant.prepay(outTradeNo, 2940);
        simulator.pay(outTradeNo, "payer");
    }

    private void awaitNotices(int count) {
        await().until(() -> notices.arrived.size() >= count);
        assertThat(notices.arrived).hasSize(count);
    }

    @Test
    void a_payment_is_notified_and_the_sdk_can_read_it() {
        pay("B-000001");
        awaitNotices(1);
        var told = NoticeBox.parse(merchant, notices.arrived.getFirst(), Transaction.class);
        assertThat(told.getOutTradeNo()).isEqualTo("B-000001");
        assertThat(told.getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(told.getAmount().getTotal()).isEqualTo(2940);
    }

    @Test
    void a_refund_result_is_notified_and_the_sdk_can_read_it() {
        pay("B-000002");
        Knob.turn(simulator, "{\"refundResult\":\"ABNORMAL\"}");
        merchant.refund("R-2", "B-000002", 940, 2940);
        awaitNotices(2);
        var told = NoticeBox.parse(merchant, notices.arrived.getLast(), RefundNotification.class);
        assertThat(told.getOutRefundNo()).isEqualTo("R-2");
        assertThat(told.getRefundStatus()).isEqualTo(Status.ABNORMAL);
        assertThat(told.getAmount().getRefund()).isEqualTo(940);
    }

    @Test
    void a_refused_notification_is_repeated_in_the_published_rhythm() {
        notices.answer = 500;
        pay("B-000003");
        awaitNotices(1);
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(2);
        notices.answer = 200;
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(3);
        simulator.clock().advance(Duration.ofDays(2));
        await().during(Duration.ofMillis(300)).until(() -> notices.arrived.size() == 3);
        assertThat(notices.arrived)
                .extracting(n -> NoticeBox.parse(merchant, n, Transaction.class).getTransactionId())
                .containsOnly(simulator.find("B-000003").transactionId());
    }

    @Test
    void dropped_notifications_come_when_the_line_is_back() {
        Knob.turn(simulator, "{\"dropNotify\":true}");
        pay("B-000004");
        await().during(Duration.ofMillis(300)).until(notices.arrived::isEmpty);
        Knob.turn(simulator, "{\"dropNotify\":false}");
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(1);
    }

    @Test
    void duplicates_come_at_once() {
        Knob.turn(simulator, "{\"duplicateNotify\":49}");
        pay("B-000005");
        awaitNotices(50);
    }

    @Test
    void the_next_notification_overtakes_the_one_before() {
        Knob.turn(simulator, "{\"reorderNotify\":true}");
        pay("B-000006");
        pay("B-000007");
        awaitNotices(2);
        assertThat(notices.arrived)
                .extracting(n -> NoticeBox.parse(merchant, n, Transaction.class).getOutTradeNo())
                .containsExactly("B-000007", "B-000006");
    }

    @Test
    void a_forged_notification_fails_the_sdks_check_and_the_true_one_follows() {
        Knob.turn(simulator, "{\"forgedNotify\":true}");
        pay("B-000008");
        awaitNotices(1);
        assertThatThrownBy(() -> NoticeBox.parse(merchant, notices.arrived.getFirst(), Transaction.class))
                .isInstanceOf(ValidationException.class);
        Knob.turn(simulator, "{\"forgedNotify\":false}");
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(2);
        NoticeBox.parse(merchant, notices.arrived.getLast(), Transaction.class);
    }

    @Test
    void a_stale_notification_is_well_signed_but_old() {
        Knob.turn(simulator, "{\"staleNotify\":true}");
        pay("B-000009");
        awaitNotices(1);
        NoticeBox.parse(merchant, notices.arrived.getFirst(), Transaction.class);
        var at = Instant.ofEpochSecond(Long.parseLong(notices.arrived.getFirst().header("wechatpay-timestamp")));
        assertThat(Duration.between(at, Instant.now())).isGreaterThan(Duration.ofSeconds(300));
    }

    @Test
    void wrong_merchant_and_wrong_amount_are_well_signed() {
        Knob.turn(simulator, "{\"wrongMerchantNotify\":true}");
        pay("B-000010");
        awaitNotices(1);
        assertThat(NoticeBox.parse(merchant, notices.arrived.getFirst(), Transaction.class)
                        .getSubMchid())
                .isEqualTo("1999999999");
        Knob.turn(simulator, "{\"wrongMerchantNotify\":0,\"wrongAmountNotify\":100}");
        pay("B-000011");
        awaitNotices(2);
        assertThat(NoticeBox.parse(merchant, notices.arrived.getLast(), Transaction.class)
                        .getAmount()
                        .getTotal())
                .isEqualTo(2939);
    }

    @Test
    void a_trouble_can_be_meant_for_one_payment_alone_and_only_for_its_first_notification() {
        merchant.prepay("B-000031", 2940);
        var body = "{\"outTradeNo\":\"B-000031\",\"trouble\":{\"wrongAmountNotify\":true}}";
        Knob.call(simulator, "POST", "/control/pay", body);
        awaitNotices(1);
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(2);
        pay("B-000032");
        awaitNotices(3);
        assertThat(notices.arrived)
                .extracting(n -> NoticeBox.parse(merchant, n, Transaction.class)
                        .getAmount()
                        .getTotal())
                .containsExactly(2939, 2940, 2940);
    }

    @Test
    void a_replayed_notification_is_the_same_to_the_byte() {
        pay("B-000012");
        awaitNotices(1);
        var id = NoticeBox.param(notices.arrived.getFirst()).getBody().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        Knob.call(simulator, "POST", "/control/notifications/" + id + "/replay", "");
        awaitNotices(2);
        assertThat(notices.arrived.getLast().text())
                .isEqualTo(notices.arrived.getFirst().text());
        assertThat(notices.arrived.getLast().header("wechatpay-nonce"))
                .isEqualTo(notices.arrived.getFirst().header("wechatpay-nonce"));
    }

    @Test
    void server_errors_and_limits_leave_nothing_behind() {
        Knob.turn(simulator, "{\"error5xx\":100}");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> merchant.prepay("B-000013", 100))
                .matches(e -> e.getHttpStatusCode() == 500 && e.getErrorCode().equals("SYSTEM_ERROR"));
        Knob.turn(simulator, "{\"error5xx\":0,\"error429\":true}");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> merchant.prepay("B-000013", 100))
                .matches(e -> e.getHttpStatusCode() == 429);
        assertThat(simulator.find("B-000013")).isNull();
    }

    @Test
    void an_answer_lost_after_success_leaves_the_effect() {
        Knob.turn(simulator, "{\"timeoutAfterSuccess\":true,\"holdMs\":0}");
        assertThatThrownBy(() -> merchant.prepay("B-000014", 100)).isInstanceOf(MalformedMessageException.class);
        Knob.turn(simulator, "{\"holdMs\":3000}");
        assertThatThrownBy(() -> merchant.prepay("B-000015", 100)).isInstanceOf(HttpException.class);
        Knob.turn(simulator, "{\"timeoutAfterSuccess\":false}");
        assertThat(merchant.query("B-000014").getTradeState()).isEqualTo(Transaction.TradeStateEnum.NOTPAY);
        assertThat(merchant.query("B-000015").getTradeState()).isEqualTo(Transaction.TradeStateEnum.NOTPAY);
    }

    @Test
    void a_badly_signed_answer_is_caught_by_the_sdk() {
        Knob.turn(simulator, "{\"badAnswerSignature\":true}");
        assertThatThrownBy(() -> merchant.prepay("B-000016", 100))
                .isInstanceOfAny(ValidationException.class, MalformedMessageException.class);
    }

    @Test
    void a_slow_answer_runs_into_the_callers_limit() {
        Knob.turn(simulator, "{\"answerDelayMs\":2500}");
        assertThatThrownBy(() -> merchant.prepay("B-000017", 100)).isInstanceOf(HttpException.class);
    }

    @Test
    void everything_comes_back_after_a_kill_even_with_half_a_line_written() throws IOException {
        notices.answer = 500;
        pay("B-000018");
        merchant.prepay("B-000019", 100);
        Knob.turn(simulator, "{\"refundResult\":\"PROCESSING\"}");
        merchant.refund("R-18", "B-000018", 940, 2940);
        awaitNotices(1);
        simulator.close();
        Files.writeString(home.resolve("journal.jsonl"), "{\"seq\":99,\"type\":\"PA", StandardOpenOption.APPEND);
        notices.answer = 204;

        open();

        assertThat(merchant.query("B-000018").getTradeState()).isEqualTo(Transaction.TradeStateEnum.REFUND);
        assertThat(merchant.query("B-000019").getTradeState()).isEqualTo(Transaction.TradeStateEnum.NOTPAY);
        await().untilAsserted(() ->
                assertThat(merchant.queryRefund("R-18").getStatus()).isEqualTo("SUCCESS"));
        awaitNotices(3);
        var journal = Knob.call(simulator, "GET", "/control/journal?type=PAID", "");
        assertThat(journal.body()).contains("B-000018").doesNotContain("B-000019");
        assertThat(Knob.call(simulator, "GET", "/control/journal", "").body())
                .containsSubsequence("PLACED", "PAID", "PLACED", "REFUND_ACCEPTED", "REFUNDING", "REFUND_SUCCESS");
    }

    @Test
    void an_unknown_knob_is_refused() {
        assertThat(Knob.call(simulator, "PUT", "/control/knobs", "{\"noSuch\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Knob.call(simulator, "PUT", "/control/knobs", "{\"refundResult\":\"MAYBE\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
