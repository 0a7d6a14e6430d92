package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.DeliveryResult;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.AlarmRow;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.vault.CardVault;
import org.kameng.tools.simulators.Simulators;

/** From the channels' notifications to the order's state, over the real domain and PostgreSQL. */
class PaymentRoadTest {
    @TempDir
    Path home;

    private final ShopFixture shop = new ShopFixture();
    private final Payments payments = shop.bean(Payments.class);
    private final Refunds refunds = shop.bean(Refunds.class);
    private final OrderService orders = shop.bean(OrderService.class);
    private final Clock clock = shop.context().clock();
    private Simulators simulators;
    private Map<Channel, ChannelRig> rigs;
    private PaymentQueryJob job;

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        rigs = Map.of(
                Channel.WECHAT,
                new ChannelRig(new WeChatSide(simulators.wechat()), payments, refunds, clock),
                Channel.ALIPAY,
                new ChannelRig(new AlipaySide(simulators.alipay()), payments, refunds, clock));
        setChannelClocks();
        var channels = new PaymentChannels(
                rigs.values().stream().map(rig -> rig.channel).toList());
        job = new PaymentQueryJob(channels, payments, refunds);
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
        rigs.values().forEach(ChannelRig::close);
    }

    /** One dial for all sides; the channels are half a minute behind, as our clock stands still and theirs run. */
    private void setChannelClocks() {
        var ours = clock.instant().minusSeconds(30);
        rigs.values()
                .forEach(rig ->
                        rig.side.clock().turn(Duration.between(Clock.systemUTC().instant(), ours)));
    }

    private ChannelRig rig(Channel channel) {
        return rigs.get(channel);
    }

    private OrderNo placed() {
        return shop.placed(shop.customer(), shop.offerWithCards(1), 1);
    }

    /** What job request-payment and the receiver of choices do. */
    private String prepaid(OrderNo no, Channel channel) {
        var start = payments.beginAttempt(no, channel);
        var reply = rig(channel)
                .channel
                .prepay(new PrepayRequest(
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

    @ParameterizedTest
    @EnumSource
    void fifty_notifications_at_once_are_one_payment_and_one_delivery(Channel channel) {
        var no = placed();
        rig(channel).knobs("{\"duplicateNotify\":49}");
        rig(channel).pay(prepaid(no, channel));
        rig(channel).awaitLetters(50);
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
        for (var job = 0; job < 2; job++)
            assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.DELIVERED, 1, 0, 0));
        assertThat(shop.bean(CardVault.class)
                        .ofOrder(ShopFixture.SUPPORT, no, PageRequest.first(200))
                        .rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_amount_leaves_the_order_alone_and_raises_one_alarm(Channel channel) {
        var no = placed();
        var rig = rig(channel);
        rig.knobs("{\"wrongAmountNotify\":true,\"notifyRetryScale\":0.001}");
        rig.pay(prepaid(no, channel));
        rig.awaitLetters(2);
        assertThat(rig.answers).containsOnly(400);
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
        assertThat(alarms(no)).containsExactly("WRONG_AMOUNT");
        rig.knobs("{\"wrongAmountNotify\":false}");
        await().until(() -> shop.state(no) == OrderState.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void forged_and_stale_notifications_leave_alarms_and_an_untouched_order(Channel channel) {
        var no = placed();
        var rig = rig(channel);
        var before =
                payments.alarms(ShopFixture.FINANCE, new PageRequest(0, 200)).rows();
        rig.knobs("{\"forgedNotify\":true}");
        rig.pay(prepaid(no, channel));
        rig.awaitLetters(1);
        rig.knobs("{\"forgedNotify\":false,\"staleNotify\":true}");
        shop.context().clock().advance(Duration.ofMinutes(5));
        setChannelClocks();
        rig.awaitLetters(2);
        assertThat(rig.answers).containsOnly(401);
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
        var after =
                payments.alarms(ShopFixture.FINANCE, new PageRequest(0, 200)).rows();
        assertThat(after.subList(0, after.size() - before.size()))
                .extracting(AlarmRow::channel, AlarmRow::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(channel, "STALE"),
                        org.assertj.core.groups.Tuple.tuple(channel, "FORGED"));
    }

    @Test
    void lost_notifications_are_made_good_by_asking_each_channel_for_its_own() {
        var byWechat = placed();
        var byAlipay = placed();
        rigs.values().forEach(rig -> rig.knobs("{\"dropNotify\":true}"));
        rig(Channel.WECHAT).pay(prepaid(byWechat, Channel.WECHAT));
        rig(Channel.ALIPAY).pay(prepaid(byAlipay, Channel.ALIPAY));
        prepaid(byAlipay, Channel.WECHAT);
        shop.context().clock().advance(Duration.ofMinutes(2));
        setChannelClocks();
        job.askForPayments();
        assertThat(shop.state(byWechat)).isEqualTo(OrderState.PAID);
        assertThat(shop.state(byAlipay)).isEqualTo(OrderState.PAID);
        assertThat(rigs.values()).allMatch(rig -> rig.answers.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void a_payment_after_closing_goes_back_by_itself(Channel channel) {
        var no = placed();
        var outTradeNo = prepaid(no, channel);
        orders.close(no, "EXPIRED");
        rig(channel).pay(outTradeNo);
        rig(channel).acknowledgesAll(1);
        assertThat(shop.state(no)).isEqualTo(OrderState.CLOSED);
        goesBack(no);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_refund_whose_report_is_lost_is_made_good_by_asking_and_not_before_its_time() {
        var no = placed();
        var wechat = rig(Channel.WECHAT);
        wechat.pay(prepaid(no, Channel.WECHAT));
        await().until(() -> shop.state(no) == OrderState.PAID);
        wechat.knobs("{\"dropNotify\":true}");
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        assertThat(wechat.channel.refund(refunds.begin(refundNo).request()))
                .isInstanceOfSatisfying(
                        RefundReply.Accepted.class, a -> refunds.accepted(refundNo, a.channelRefundId()));
        job.askForRefunds();
        assertThat(refunds.find(refundNo).orElseThrow().state()).isEqualTo(RefundState.SENT);
        var sent = refunds.find(refundNo).orElseThrow();
        await().until(() -> wechat.channel.queryRefund(refundNo, sent.outTradeNo(), sent.subMchid())
                instanceof RefundReply.Settled);
        shop.context().clock().advance(Duration.ofMinutes(1));
        job.askForRefunds();
        assertThat(refunds.find(refundNo).orElseThrow().state()).isEqualTo(RefundState.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_paid_on_both_channels_goes_back_on_the_second(Channel first) {
        var second = first == Channel.WECHAT ? Channel.ALIPAY : Channel.WECHAT;
        var no = placed();
        var firstNumber = prepaid(no, first);
        var secondNumber = prepaid(no, second);
        rig(first).pay(firstNumber);
        rig(first).acknowledgesAll(1);
        rig(second).pay(secondNumber);
        rig(second).acknowledgesAll(1);
        assertThat(shop.state(no)).isEqualTo(OrderState.PAID);
        assertThat(goesBack(no).channel()).isEqualTo(second);
        assertThat(rig(first).answers)
                .as("the first channel hears nothing of it")
                .hasSize(1);
        assertThat(orders.deliverFromStock(no).delivered()).isEqualTo(1);
    }

    /** What process payment-refund does; the result comes by notification if not at once. */
    private RefundView goesBack(OrderNo no) {
        var refund = refunds.ofOrder(ShopFixture.FINANCE, no).getFirst();
        var channel = rig(refund.channel()).channel;
        switch (channel.refund(refunds.begin(refund.refundNo()).request())) {
            case RefundReply.Accepted(var id) -> refunds.accepted(refund.refundNo(), id);
            case RefundReply.Settled(var outcome, var id) -> refunds.settled(refund.refundNo(), outcome, id, null);
            case RefundReply.Refused refused -> throw new AssertionError(refused);
            case RefundReply.NotFound none -> throw new AssertionError(none);
            case RefundReply.Unknown unknown -> throw new AssertionError(unknown);
        }
        await().until(() -> refunds.find(refund.refundNo()).orElseThrow().state() == RefundState.SUCCESS);
        rig(refund.channel()).acknowledgesAll(2);
        return refund;
    }
}
