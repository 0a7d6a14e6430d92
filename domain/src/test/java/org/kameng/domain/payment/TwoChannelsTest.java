package org.kameng.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.EntryRow;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.CloseResult.OpenAttempt;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.PaymentReceipt.Confirmed;
import org.kameng.domain.payment.PaymentReceipt.Late;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** One order, two channels: the buyer may change between them, pay on both, and never loses by it. */
class TwoChannelsTest {
    private static final int RACES = 200;
    private static final long SEED = 20261125;

    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);
    private final Refunds refunds = shop.bean(Refunds.class);

    private Actor buyer = shop.customer();

    private List<PaymentWay> ways(OrderNo no) {
        return payments.paymentPage(buyer, no).orElseThrow().ways();
    }

    @Test
    void changing_to_and_fro_leaves_one_open_number_at_each_channel_and_one_request() throws Exception {
        var no = shop.placed(buyer, shop.offerWithCards(1), 1);
        payments.beginAttempt(no, Channel.WECHAT);
        shop.context().clock().advance(Duration.ofSeconds(1)); // of one instant, none is the older
        var clicks = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 20; i++) {
            var channel = i % 2 == 0 ? Channel.ALIPAY : Channel.WECHAT;
            clicks.add(() -> {
                payments.choose(buyer, no, channel);
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(clicks)) done.get();
        }
        assertThat(payments.ofOrder(buyer, no))
                .extracting(PaymentView::channel)
                .containsExactly(Channel.WECHAT, Channel.ALIPAY);
        assertThat(shop.context().drain(Payments.ATTEMPT_REQUESTED))
                .filteredOn(message -> message.key().equals(no.value()))
                .singleElement()
                .satisfies(message -> assertThat(message.payload()).containsEntry("channel", "ALIPAY"));
    }

    @Test
    void the_page_shows_the_code_of_each_channel_and_a_refusal_is_not_asked_for_again() {
        var no = shop.placed(buyer, shop.offerWithCards(1), 1);
        assertThat(ways(no))
                .containsExactly(
                        new PaymentWay(Channel.WECHAT, null, null), new PaymentWay(Channel.ALIPAY, null, null));
        payments.choose(buyer, no, Channel.ALIPAY);
        var version = payments.paymentPage(buyer, no).orElseThrow().version();
        var number = payments.beginAttempt(no, Channel.ALIPAY).outTradeNo();
        payments.prepayFailed(number, "ACQ.EXAMPLE");
        payments.choose(buyer, no, Channel.ALIPAY);
        payments.prepaid(payments.beginAttempt(no, Channel.WECHAT).outTradeNo(), "weixin://1");
        assertThat(ways(no))
                .containsExactly(
                        new PaymentWay(Channel.WECHAT, AttemptState.READY, "weixin://1"),
                        new PaymentWay(Channel.ALIPAY, AttemptState.FAILED, null));
        assertThat(payments.paymentPage(buyer, no).orElseThrow().version()).isGreaterThan(version);
    }

    @Test
    void only_the_buyer_chooses_and_only_what_the_seller_offers() {
        var offer = shop.offerWithCards(2);
        var no = shop.placed(buyer, offer, 1);
        assertThatThrownBy(() -> payments.choose(shop.customer(), no, Channel.ALIPAY))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isIn(ErrorCode.ACCESS_DENIED, ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> payments.choose(ShopFixture.SUPPORT, no, Channel.ALIPAY))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        shop.context()
                .sql()
                .sql("update seller set smid = null where id = :id")
                .param("id", offer.seller().value())
                .update();
        var without = shop.placed(buyer, offer, 1);
        assertThat(ways(without)).extracting(PaymentWay::channel).containsExactly(Channel.WECHAT);
        assertThatThrownBy(() -> payments.choose(buyer, without, Channel.ALIPAY))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CHANNEL_NOT_OFFERED));
    }

    @Test
    void closing_closes_at_both_channels_and_late_money_goes_back_where_it_came_from() {
        for (var channel : Channel.values()) {
            var offer = shop.offerWithCards(1);
            var no = shop.placed(buyer, offer, 1);
            var numbers = new ArrayList<OpenAttempt>();
            for (var each : Channel.values()) {
                var start = payments.beginAttempt(no, each);
                numbers.add(new OpenAttempt(each.name(), start.outTradeNo(), offer.merchant(each)));
            }
            var late = shop.notice(no, channel, offer, offer.price());
            assertThat(orders.close(no, "EXPIRED").openAttempts()).containsExactlyInAnyOrderElementsOf(numbers);
            payments.choose(buyer, no, channel);
            assertThat(payments.ofOrder(buyer, no)).hasSize(Channel.values().length);

            var refundNo = ((Late) payments.receive(late)).refundNo();
            assertThat(refunds.begin(refundNo).request())
                    .isEqualTo(new RefundRequest(
                            refundNo,
                            channel,
                            late.outTradeNo(),
                            late.transactionId(),
                            offer.merchant(channel),
                            offer.price(),
                            offer.price(),
                            "LATE"));
            refunds.settled(refundNo, RefundOutcome.SUCCESS, "5000", null);
            assertThat(held(no, channel)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void a_statement_of_the_other_channel_about_this_number_is_not_believed() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(buyer, offer, 1);
        var number = payments.beginAttempt(no, Channel.WECHAT).outTradeNo();
        assertThat(payments.receive(shop.notice(Channel.ALIPAY, number, offer, offer.price())))
                .isEqualTo(new PaymentReceipt.Suspicious(no, PaymentReceipt.Why.WRONG_MERCHANT));
        assertThat(shop.state(no)).isEqualTo(OrderState.AWAITING_PAYMENT);
    }

    @Test
    void a_statement_that_does_not_name_the_merchant_is_taken_by_its_number() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(buyer, offer, 1);
        var full = shop.notice(no, Channel.ALIPAY, offer, offer.price());
        var bare = new ChannelNotice(
                full.channel(),
                full.transactionId(),
                full.outTradeNo(),
                null,
                full.amount(),
                null,
                full.paidAt(),
                full.source());
        assertThat(payments.receive(bare)).isEqualTo(new Confirmed(no));
        assertThat(entries(no)).extracting(EntryRow::transferId).contains("pay:ali:" + full.transactionId());
    }

    @Test
    void paid_on_both_channels_at_the_same_instant_one_pays_and_the_other_goes_back_on_its_channel() throws Exception {
        var random = new Random(SEED);
        var offer = shop.offerWithCards(RACES);
        var wechatFirst = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var race = 0; race < RACES; race++) {
                if (race % 5 == 0) buyer = shop.customer();
                var no = shop.placed(buyer, offer, 1);
                if (race(pool, no, offer, random.nextInt(-400_000, 400_000))) wechatFirst++;
            }
        }
        assertThat(wechatFirst)
                .as("both channels win sometimes, else nothing was raced")
                .isBetween(1, RACES - 1);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    /** Positive nanoseconds hold WeChat back, negative Alipay. Answers whether WeChat paid the order. */
    private boolean race(ExecutorService pool, OrderNo no, ShopFixture.Offer offer, int offsetNanos) throws Exception {
        var byWechat = shop.notice(no, Channel.WECHAT, offer, offer.price());
        var byAlipay = shop.notice(no, Channel.ALIPAY, offer, offer.price());
        var start = new CyclicBarrier(2);
        var wechat = pool.submit(() -> receive(start, byWechat, offsetNanos));
        var alipay = pool.submit(() -> receive(start, byAlipay, -offsetNanos));
        var wechatPaid = wechat.get() instanceof Confirmed;
        var stray = wechatPaid ? alipay.get() : wechat.get();
        var strayChannel = wechatPaid ? Channel.ALIPAY : Channel.WECHAT;
        assertThat(wechatPaid ? wechat.get() : alipay.get()).isEqualTo(new Confirmed(no));

        var refundNo = ((PaymentReceipt.Double) stray).refundNo();
        var back = refunds.find(refundNo).orElseThrow();
        assertThat(back.channel()).isEqualTo(strayChannel);
        assertThat(back.amount()).isEqualTo(offer.price());
        assertThat(orders.deliverFromStock(no).delivered()).isEqualTo(1);
        refunds.settled(refundNo, RefundOutcome.SUCCESS, "5000", null);
        assertThat(held(no, strayChannel)).isEqualTo(Money.ZERO);
        assertThat(held(no, wechatPaid ? Channel.WECHAT : Channel.ALIPAY)).isEqualTo(offer.price());
        return wechatPaid;
    }

    private PaymentReceipt receive(CyclicBarrier start, ChannelNotice notice, int delayNanos) throws Exception {
        start.await();
        LockSupport.parkNanos(Math.max(0, delayNanos));
        return payments.receive(notice);
    }

    @Test
    void a_choice_and_the_close_at_the_same_instant_leave_no_open_number_behind() throws Exception {
        var random = new Random(SEED);
        var offer = shop.offerWithCards(RACES);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var race = 0; race < RACES; race++) {
                if (race % 5 == 0) buyer = shop.customer();
                var no = shop.placed(buyer, offer, 1);
                var who = buyer;
                var delay = random.nextInt(400_000);
                var choice = pool.submit(() -> {
                    LockSupport.parkNanos(delay);
                    payments.choose(who, no, Channel.ALIPAY);
                });
                var closed = pool.submit(() -> orders.close(no, "CANCELLED")).get();
                choice.get();
                closed.openAttempts().forEach(open -> payments.attemptClosed(open.outTradeNo()));
                assertThat(payments.ofOrder(who, no)).allMatch(attempt -> attempt.state() == AttemptState.CLOSED);
            }
        }
    }

    @Test
    void each_open_number_is_asked_about_at_its_own_channel() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(buyer, offer, 1);
        for (var channel : Channel.values()) payments.beginAttempt(no, channel);
        shop.context().clock().advance(Duration.ofMinutes(1));
        assertThat(payments.overdueAttempts(1000))
                .filteredOn(pending -> pending.order().equals(no))
                .extracting(PendingAttempt::channel, PendingAttempt::subMchid)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Channel.WECHAT, offer.merchant(Channel.WECHAT)),
                        org.assertj.core.groups.Tuple.tuple(Channel.ALIPAY, offer.merchant(Channel.ALIPAY)));
    }

    private List<EntryRow> entries(OrderNo no) {
        return shop.bean(Ledger.class).ofOrder(ShopFixture.FINANCE, no);
    }

    /** What the order's money at a channel comes to. */
    private Money held(OrderNo no, Channel channel) {
        var account = channel.institution().account();
        return entries(no).stream()
                .filter(entry -> entry.account().equals(account))
                .map(EntryRow::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
