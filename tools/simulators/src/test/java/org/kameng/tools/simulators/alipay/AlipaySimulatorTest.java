package org.kameng.tools.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayResponse;
import com.alipay.api.internal.util.AlipaySignature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.tools.simulators.http.Answer;

/** The gateway as the official SDK meets it: rules, knobs, notifications, and life after a kill. */
class AlipaySimulatorTest {
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(241);

    @TempDir
    Path home;

    private AlipaySimulator simulator;
    private FormBox notices;
    private SdkApp app;

    @BeforeEach
    void start() throws Exception {
        notices = new FormBox();
        open();
    }

    private void open() throws Exception {
        simulator = new AlipaySimulator(home, 0, SdkApp.SHOP);
        app = new SdkApp(simulator.merchantFolder(), simulator.url(), notices.url());
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        notices.close();
    }

    private void knobs(String json) throws Exception {
        assertThat(call("PUT", "/control/knobs", json).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(simulator.url().resolve(path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void pay(String number) throws AlipayApiException {
        assertThat(app.code(number, "29.40")).isNotNull();
        simulator.pay(number, null);
    }

    private void awaitNotices(int count) {
        await().until(() -> notices.arrived.size() >= count);
        assertThat(notices.arrived).hasSize(count);
    }

    private boolean isGenuine(int index) throws AlipayApiException {
        return AlipaySignature.rsaCheckV1(new HashMap<>(notices.form(index)), app.alipayKey, "utf-8", "RSA2");
    }

    private static String refusal(AlipayResponse answer) {
        assertThat(answer.isSuccess()).isFalse();
        return answer.getCode() + " " + answer.getSubCode();
    }

    @Test
    void a_code_becomes_a_trade_only_when_somebody_scans_it() throws Exception {
        var code = app.code("A_000001", "29.40");
        assertThat(code).startsWith("https://qr.alipay.com/");
        assertThat(app.code("A_000001", "29.40")).isEqualTo(code);
        assertThat(refusal(app.query("A_000001"))).isEqualTo("40004 ACQ.TRADE_NOT_EXIST");
        assertThat(refusal(app.close("A_000001"))).isEqualTo("40004 ACQ.TRADE_NOT_EXIST");
        simulator.scan(code);
        assertThat(app.query("A_000001").getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
        simulator.pay("A_000001", "2088102100000001");
        var paid = app.query("A_000001");
        assertThat(paid.getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(paid.getTotalAmount()).isEqualTo("29.40");
        assertThat(paid.getBuyerUserId()).isEqualTo("2088102100000001");
        assertThat(paid.getAlipaySubMerchantId()).isEqualTo(SdkApp.SMID);
        assertThat(refusal(app.close("A_000001"))).isEqualTo("40004 ACQ.TRADE_STATUS_ERROR");
        assertThat(refusal(app.precreate(SdkApp.order("A_000001", "29.40")))).isEqualTo("40004 ACQ.TRADE_HAS_SUCCESS");
    }

    @Test
    void without_the_merchant_and_its_settlement_there_is_no_code() throws Exception {
        var nobody = SdkApp.order("A_000002", "29.40");
        nobody.setSubMerchant(null);
        var strange = SdkApp.order("A_000002", "29.40");
        strange.getSubMerchant().setMerchantId("1900000101");
        var unsettled = SdkApp.order("A_000002", "29.40");
        unsettled.setSettleInfo(null);
        var never = SdkApp.order("A_000002", "29.40");
        never.getSettleInfo().setSettlePeriodTime("366d");
        var less = SdkApp.order("A_000002", "29.40");
        less.getSettleInfo().getSettleDetailInfos().getFirst().setAmount("29.39");
        for (var order : List.of(nobody, strange, unsettled, never, less)) {
            assertThat(refusal(app.precreate(order))).isEqualTo("40004 ACQ.INVALID_PARAMETER");
        }
        assertThat(simulator.find("A_000002")).isNull();
    }

    @Test
    void a_number_is_for_one_order_and_a_scanned_trade_can_be_closed() throws Exception {
        var code = app.code("A_000003", "29.40");
        assertThat(refusal(app.precreate(SdkApp.order("A_000003", "29.41"))))
                .isEqualTo("40004 ACQ.CONTEXT_INCONSISTENT");
        simulator.scan(code);
        assertThat(app.close("A_000003").isSuccess()).isTrue();
        assertThat(app.close("A_000003").isSuccess()).isTrue();
        assertThat(app.query("A_000003").getTradeStatus()).isEqualTo("TRADE_CLOSED");
        assertThat(refusal(app.precreate(SdkApp.order("A_000003", "29.40")))).isEqualTo("40004 ACQ.TRADE_HAS_CLOSE");
        assertThat(call("POST", "/control/pay", "{\"outTradeNo\":\"A_000003\"}").statusCode())
                .isEqualTo(410);
    }

    @Test
    void a_code_dies_at_its_time() throws Exception {
        var order = SdkApp.order("A_000004", "29.40");
        order.setTimeExpire(Wire.time(simulator.clock().instant().plus(Duration.ofMinutes(15))));
        app.precreate(order);
        simulator.clock().advance(Duration.ofMinutes(16));
        assertThat(call("POST", "/control/pay", "{\"outTradeNo\":\"A_000004\"}").statusCode())
                .isEqualTo(410);
        assertThat(refusal(app.query("A_000004"))).isEqualTo("40004 ACQ.TRADE_NOT_EXIST");
    }

    @Test
    void a_refund_moves_money_once_and_never_more_than_was_paid() throws Exception {
        pay("A_000005");
        assertThat(app.queryRefund("R_1", "A_000005").getRefundStatus()).isNull();
        assertThat(app.refund("R_1", "A_000005", "9.40").getFundChange()).isEqualTo("Y");
        assertThat(app.refund("R_1", "A_000005", "9.40").getFundChange()).isEqualTo("N");
        assertThat(refusal(app.refund("R_1", "A_000005", "9.41"))).isEqualTo("40004 ACQ.DISCORDANT_REPEAT_REQUEST");
        assertThat(refusal(app.refund("R_2", "A_000005", "20.01"))).isEqualTo("40004 ACQ.REASON_TRADE_REFUND_FEE_ERR");
        var back = app.queryRefund("R_1", "A_000005");
        assertThat(back.getRefundStatus()).isEqualTo("REFUND_SUCCESS");
        assertThat(back.getRefundAmount()).isEqualTo("9.40");
        assertThat(app.query("A_000005").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(app.refund("R_3", "A_000005", "20.00").getFundChange()).isEqualTo("Y");
        assertThat(app.query("A_000005").getTradeStatus()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void a_refund_may_pend_or_lack_funds() throws Exception {
        pay("A_000006");
        knobs("{\"subMerchantBalance\":1}");
        assertThat(refusal(app.refund("R_6", "A_000006", "9.40"))).isEqualTo("40004 ACQ.SELLER_BALANCE_NOT_ENOUGH");
        knobs("{\"subMerchantBalance\":null,\"refundPending\":true}");
        assertThat(app.refund("R_6", "A_000006", "9.40").getFundChange()).isEqualTo("N");
        assertThat(app.queryRefund("R_6", "A_000006").isSuccess()).isTrue();
        assertThat(app.queryRefund("R_6", "A_000006").getRefundStatus()).isNull();
        knobs("{\"refundPending\":false}");
        await().untilAsserted(() ->
                assertThat(app.queryRefund("R_6", "A_000006").getRefundStatus()).isEqualTo("REFUND_SUCCESS"));
    }

    @Test
    void a_payment_and_its_refund_are_told_to_one_address_and_pass_the_sdks_check() throws Exception {
        pay("A_000007");
        awaitNotices(1);
        assertThat(isGenuine(0)).isTrue();
        assertThat(notices.form(0))
                .containsEntry("trade_status", "TRADE_SUCCESS")
                .containsEntry("total_amount", "29.40")
                .containsEntry("smid", SdkApp.SMID)
                .doesNotContainKey("out_biz_no");
        app.refund("R_7", "A_000007", "9.40");
        awaitNotices(2);
        assertThat(isGenuine(1)).isTrue();
        assertThat(notices.form(1))
                .containsEntry("trade_status", "TRADE_SUCCESS")
                .containsEntry("out_biz_no", "R_7")
                .containsEntry("refund_fee", "9.40");
    }

    @Test
    void only_the_word_success_ends_the_repeats_and_the_id_stays() throws Exception {
        notices.answer = "fail";
        pay("A_000008");
        awaitNotices(1);
        notices.answer = "success\n";
        simulator.clock().advance(FIRST_REPEAT);
        awaitNotices(2);
        notices.answer = "success";
        simulator.clock().advance(Duration.ofSeconds(601));
        awaitNotices(3);
        simulator.clock().advance(Duration.ofDays(2));
        await().during(Duration.ofMillis(300)).until(() -> notices.arrived.size() == 3);
        assertThat(notices.form(2).get("notify_id")).isEqualTo(notices.form(0).get("notify_id"));
        assertThat(notices.form(2).get("notify_time"))
                .isGreaterThan(notices.form(0).get("notify_time"));
    }

    @Test
    void each_spoilt_notification_is_spoilt_as_its_knob_says() throws Exception {
        knobs("{\"forgedNotify\":true,\"notifyRetryScale\":0.0001}");
        pay("A_000009");
        await().until(() -> !notices.arrived.isEmpty());
        assertThat(isGenuine(0)).isFalse();
        knobs("{\"forgedNotify\":false,\"wrongAmountNotify\":true}");
        await().until(() -> "29.39".equals(last("total_amount")));
        knobs("{\"wrongAmountNotify\":false,\"wrongMerchantNotify\":true}");
        await().until(() -> "2088999999999999".equals(last("smid")));
        knobs("{\"wrongMerchantNotify\":false,\"staleNotify\":true}");
        await().until(() -> Wire.time(Objects.requireNonNull(last("notify_time")))
                .isBefore(simulator.clock().instant().minusSeconds(300)));
        assertThat(isGenuine(notices.arrived.size() - 1)).isTrue();
    }

    private String last(String field) {
        return notices.form(notices.arrived.size() - 1).get(field);
    }

    @Test
    void duplicates_come_at_once_and_a_replay_is_the_same_to_the_byte() throws Exception {
        knobs("{\"duplicateNotify\":9}");
        pay("A_000010");
        awaitNotices(10);
        var id = call("GET", "/control/state", "")
                .body()
                .replaceAll("(?s).*\"notifications\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
        call("POST", "/control/notifications/" + id + "/replay", "");
        awaitNotices(11);
        assertThat(notices.arrived.subList(0, 10))
                .anySatisfy(copy -> assertThat(copy.text())
                        .isEqualTo(notices.arrived.getLast().text()));
    }

    @Test
    void nothing_is_done_in_trouble_and_the_sdk_sees_it() throws Exception {
        knobs("{\"error5xx\":true}");
        assertThatThrownBy(() -> app.code("A_000011", "1.00")).isInstanceOf(AlipayApiException.class);
        knobs("{\"error5xx\":false,\"busy\":true}");
        assertThat(refusal(app.precreate(SdkApp.order("A_000011", "1.00")))).isEqualTo("20000 isp.unknow-error");
        knobs("{\"busy\":false,\"isvError\":true}");
        assertThat(refusal(app.precreate(SdkApp.order("A_000011", "1.00"))))
                .isEqualTo("40006 isv.insufficient-isv-permissions");
        assertThat(simulator.find("A_000011")).isNull();
    }

    @Test
    void an_answer_lost_after_success_leaves_the_effect() throws Exception {
        knobs("{\"timeoutAfterSuccess\":true,\"holdMs\":0}");
        assertThatThrownBy(() -> app.code("A_000012", "1.00")).isInstanceOf(AlipayApiException.class);
        knobs("{\"holdMs\":3000}");
        assertThatThrownBy(() -> app.code("A_000013", "1.00")).isInstanceOf(AlipayApiException.class);
        assertThat(simulator.find("A_000012")).isNotNull();
        assertThat(simulator.find("A_000013")).isNotNull();
    }

    @Test
    void a_badly_signed_answer_is_caught_by_the_sdk_and_a_badly_signed_request_by_the_gateway(@TempDir Path elsewhere)
            throws Exception {
        knobs("{\"badAnswerSignature\":true}");
        assertThatThrownBy(() -> app.code("A_000014", "1.00")).isInstanceOf(AlipayApiException.class);
        knobs("{\"badAnswerSignature\":false}");
        try (var other = new AlipaySimulator(elsewhere, 0, SdkApp.SHOP)) {
            Files.copy(
                    home.resolve("merchant/app.properties"),
                    elsewhere.resolve("merchant/app.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    home.resolve("merchant/alipay_public_key.pem"),
                    elsewhere.resolve("merchant/alipay_public_key.pem"),
                    StandardCopyOption.REPLACE_EXISTING);
            var stranger = new SdkApp(other.merchantFolder(), simulator.url(), notices.url());
            assertThat(refusal(stranger.precreate(SdkApp.order("A_000015", "1.00"))))
                    .isEqualTo("40002 isv.invalid-signature");
        }
    }

    @Test
    void everything_comes_back_after_a_kill_even_with_half_a_line_written() throws Exception {
        notices.answer = "fail";
        pay("A_000016");
        app.code("A_000017", "1.00");
        knobs("{\"refundPending\":true}");
        app.refund("R_16", "A_000016", "9.40");
        awaitNotices(1);
        simulator.close();
        Files.writeString(home.resolve("journal.jsonl"), "{\"seq\":99,\"type\":\"PA", StandardOpenOption.APPEND);
        notices.answer = "success";

        open();

        assertThat(app.query("A_000016").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        await().untilAsserted(
                        () -> assertThat(app.queryRefund("R_16", "A_000016").getRefundStatus())
                                .isEqualTo("REFUND_SUCCESS"));
        awaitNotices(3);
        var types = new ArrayList<String>();
        Answer.JSON
                .readTree(call("GET", "/control/journal", "").body())
                .get("entries")
                .forEach(entry -> types.add(entry.get("type").asString()));
        assertThat(types).startsWith("PLACED", "SCANNED", "PAID", "PLACED", "REFUND_ACCEPTED", "REFUND_SUCCESS");
    }
}
