package org.kameng.tools.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.QueryOrderByIdRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK judges the simulator: what it accepts is right. */
class MerchantCallsTest {
    @TempDir
    Path home;

    private WeChatSimulator simulator;
    private NoticeBox notices;
    private SdkMerchant merchant;

    @BeforeEach
    void start() throws IOException {
        simulator = new WeChatSimulator(home, 0, SdkMerchant.SHOP);
        notices = new NoticeBox();
        merchant = new SdkMerchant(simulator.merchantFolder(), simulator.url(), notices.url());
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        notices.close();
    }

    @Test
    void an_order_is_placed_paid_and_found_by_both_its_numbers() {
        assertThat(merchant.prepay("A-000001", 2940)).startsWith("weixin://wxpay/bizpayurl?pr=");
        assertThat(merchant.query("A-000001").getTradeState()).isEqualTo(Transaction.TradeStateEnum.NOTPAY);

        simulator.pay("A-000001", "payer-1");

        var paid = merchant.query("A-000001");
        assertThat(paid.getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(paid.getAmount().getTotal()).isEqualTo(2940);
        assertThat(paid.getPayer().getSpOpenid()).isEqualTo("payer-1");
        var byId = new QueryOrderByIdRequest();
        byId.setTransactionId(paid.getTransactionId());
        byId.setSpMchid(paid.getSpMchid());
        byId.setSubMchid(SdkMerchant.SELLER);
        assertThat(merchant.payments.queryOrderById(byId).getOutTradeNo()).isEqualTo("A-000001");
    }

    @Test
    void the_same_request_again_gives_the_same_code_and_another_is_refused() {
        var code = merchant.prepay("A-000002", 100);
        assertThat(merchant.prepay("A-000002", 100)).isEqualTo(code);
        assertRefused(403, "OUT_TRADE_NO_USED", () -> merchant.prepay("A-000002", 200));
        simulator.pay("A-000002", "payer");
        assertRefused(403, "OUT_TRADE_NO_USED", () -> merchant.prepay("A-000002", 100));
    }

    @Test
    void a_closed_number_can_never_be_used_or_paid_again() {
        merchant.prepay("A-000003", 100);
        merchant.close("A-000003");
        merchant.close("A-000003");
        assertThat(merchant.query("A-000003").getTradeState()).isEqualTo(Transaction.TradeStateEnum.CLOSED);
        assertRefused(400, "ORDER_CLOSED", () -> merchant.prepay("A-000003", 100));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> simulator.pay("A-000003", "payer"))
                .withMessageContaining("已关闭");
    }

    @Test
    void a_paid_order_cannot_be_closed() {
        merchant.prepay("A-000004", 100);
        simulator.pay("A-000004", "payer");
        assertRefused(400, "ORDERPAID", () -> merchant.close("A-000004"));
    }

    @Test
    void an_order_past_its_time_is_closed_by_itself() {
        var order = merchant.order("A-000005", 100);
        order.setTimeExpire(Instant.now()
                .plus(Duration.ofMinutes(15))
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(8))
                .toString());
        merchant.payments.prepay(order);
        simulator.clock().advance(Duration.ofMinutes(16));
        assertThat(merchant.query("A-000005").getTradeState()).isEqualTo(Transaction.TradeStateEnum.CLOSED);
    }

    @Test
    void unknown_numbers_and_other_sellers_orders_do_not_exist() {
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query("NOTHERE"));
        assertRefused(404, "RESOURCE_NOT_EXISTS", () -> merchant.queryRefund("NOTHERE"));
    }

    @Test
    void faulty_fields_are_named() {
        assertRefused(400, "PARAM_ERROR", () -> merchant.prepay("short", 100));
        assertRefused(400, "PARAM_ERROR", () -> merchant.prepay("A-000006", 0));
        var stranger = merchant.order("A-000007", 100);
        stranger.setSpAppid("wx0000");
        assertRefused(400, "APPID_MCHID_NOT_MATCH", () -> merchant.payments.prepay(stranger));
    }

    @Test
    void a_request_signed_by_a_stranger_is_refused(@TempDir Path elsewhere) throws IOException {
        try (var other = new WeChatSimulator(elsewhere, 0, SdkMerchant.SHOP)) {
            var stranger = new SdkMerchant(other.merchantFolder(), simulator.url(), notices.url());
            assertRefused(401, "SIGN_ERROR", () -> stranger.prepay("A-000008", 100));
        }
    }

    @Test
    void refunds_run_to_success_and_never_exceed_what_was_paid() {
        merchant.prepay("A-000009", 1000);
        assertRefused(400, "INVALID_REQUEST", () -> merchant.refund("R-0", "A-000009", 100, 1000));
        simulator.pay("A-000009", "payer");
        var accepted = merchant.refund("R-1", "A-000009", 600, 1000);
        assertThat(merchant.refund("R-1", "A-000009", 600, 1000).getRefundId()).isEqualTo(accepted.getRefundId());
        assertRefused(400, "INVALID_REQUEST", () -> merchant.refund("R-1", "A-000009", 500, 1000));
        assertRefused(400, "INVALID_REQUEST", () -> merchant.refund("R-2", "A-000009", 401, 1000));
        assertRefused(400, "PARAM_ERROR", () -> merchant.refund("R-3", "A-000009", 400, 999));
        merchant.refund("R-4", "A-000009", 400, 1000);
        await().untilAsserted(() ->
                assertThat(merchant.queryRefund("R-1").getStatus()).isEqualTo("SUCCESS"));
        assertThat(merchant.query("A-000009").getTradeState()).isEqualTo(Transaction.TradeStateEnum.REFUND);
    }

    @Test
    void a_refund_can_end_abnormal_and_needs_balance() {
        merchant.prepay("A-000010", 1000);
        simulator.pay("A-000010", "payer");
        Knob.turn(simulator, "{\"subMerchantBalance\":99}");
        assertRefused(403, "NOT_ENOUGH", () -> merchant.refund("R-10", "A-000010", 100, 1000));
        Knob.turn(simulator, "{\"subMerchantBalance\":null,\"refundResult\":\"ABNORMAL\"}");
        merchant.refund("R-10", "A-000010", 100, 1000);
        await().untilAsserted(() ->
                assertThat(merchant.queryRefund("R-10").getStatus()).isEqualTo("ABNORMAL"));
    }

    private static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(call)
                .matches(e -> e.getHttpStatusCode() == status, "status " + status)
                .matches(e -> e.getErrorCode().equals(code), "code " + code);
    }
}
