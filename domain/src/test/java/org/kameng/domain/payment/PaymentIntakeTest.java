package org.kameng.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.PaymentReceipt.Confirmed;
import org.kameng.domain.payment.PaymentReceipt.Duplicate;
import org.kameng.domain.payment.PaymentReceipt.Late;
import org.kameng.domain.payment.PaymentReceipt.Suspicious;
import org.kameng.domain.payment.PaymentReceipt.Why;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class PaymentIntakeTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);
    private final Refunds refunds = shop.bean(Refunds.class);

    @Test
    void the_same_payment_fifty_times_at_once_confirms_once() throws Exception {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var notice = shop.notice(no, offer, offer.price());
        var calls = new ArrayList<Callable<PaymentReceipt>>();
        for (var i = 0; i < 50; i++) calls.add(() -> payments.receive(notice));
        var receipts = new ArrayList<PaymentReceipt>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var done : pool.invokeAll(calls)) receipts.add(done.get());
        }
        assertThat(receipts).filteredOn(Confirmed.class::isInstance).hasSize(1);
        assertThat(receipts).filteredOn(Duplicate.class::isInstance).hasSize(49);
        assertThat(shop.context().drain("payment-confirmed"))
                .filteredOn(m -> m.key().equals(no.value()))
                .hasSize(1);
    }

    @Test
    void a_payment_after_closing_goes_back_by_itself() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var notice = shop.notice(no, offer, offer.price());
        orders.close(no, "expired");
        var late = (Late) payments.receive(notice);
        assertThat(payments.receive(notice)).isEqualTo(new Duplicate(no));
        assertThat(shop.state(no)).isEqualTo(OrderState.CLOSED);
        var message = shop.context().drain("refund-requested").stream()
                .filter(m -> m.key().equals(late.refundNo()))
                .findFirst()
                .orElseThrow();
        assertThat(message.payload()).containsEntry("orderNo", no.value());
        assertThat(refunds.find(late.refundNo()).orElseThrow().amount()).isEqualTo(offer.price());
        refunds.settled(late.refundNo(), RefundOutcome.SUCCESS, "50001", null);
        assertThat(shop.state(no)).isEqualTo(OrderState.CLOSED);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_second_payment_of_a_paid_order_goes_back_and_the_first_delivers() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var first = shop.notice(no, offer, offer.price());
        var second = shop.notice(first.outTradeNo(), offer, offer.price());
        assertThat(payments.receive(first)).isEqualTo(new Confirmed(no));
        assertThat(payments.receive(second)).isInstanceOf(PaymentReceipt.Double.class);
        assertThat(orders.deliverFromStock(no).delivered()).isEqualTo(1);
        assertThat(refunds.ofOrder(ShopFixture.SUPPORT, no)).hasSize(1);
    }

    @Test
    void wrong_amount_currency_merchant_and_unknown_numbers_raise_an_alarm_once_and_change_nothing() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var good = shop.notice(no, offer, offer.price());
        var version = orders.view(ShopFixture.SUPPORT, no).version();
        var cheap = shop.notice(good.outTradeNo(), offer, Money.ofFen(1));
        var dollars =
                shop.notice(good.outTradeNo(), offer, new Money(offer.price().fen(), "USD"));
        var elsewhere = shop.notice(good.outTradeNo(), shop.offer(), offer.price());
        var unknown = shop.notice("KP000000000000", offer, offer.price());
        assertThat(payments.receive(cheap)).isEqualTo(new Suspicious(no, Why.WRONG_AMOUNT));
        assertThat(payments.receive(cheap)).isEqualTo(new Suspicious(no, Why.WRONG_AMOUNT));
        assertThat(payments.receive(dollars)).isEqualTo(new Suspicious(no, Why.WRONG_CURRENCY));
        assertThat(payments.receive(elsewhere)).isEqualTo(new Suspicious(no, Why.WRONG_MERCHANT));
        assertThat(payments.receive(unknown)).isEqualTo(new Suspicious(null, Why.UNKNOWN_ORDER));
        assertThat(orders.view(ShopFixture.SUPPORT, no).version()).isEqualTo(version);
        assertThat(payments.alarms(ShopFixture.FINANCE, PageRequest.first(100)).rows())
                .filteredOn(alarm -> no.equals(alarm.order()))
                .hasSize(3);
        assertThat(payments.receive(good)).isEqualTo(new Confirmed(no));
    }

    @Test
    void a_number_nobody_pays_is_asked_about_until_an_hour_after_its_time_and_taken_in_even_later() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var forgotten = payments.beginAttempt(no, Channel.ALIPAY).outTradeNo();
        shop.pay(no, offer, 1);
        var clock = shop.context().clock();
        payments.answered(forgotten);
        clock.advance(java.time.Duration.ofHours(2));
        assertThat(payments.overdueAttempts(1000)).anyMatch(a -> a.outTradeNo().equals(forgotten));
        payments.answered(forgotten);
        clock.advance(java.time.Duration.ofHours(2));
        assertThat(payments.overdueAttempts(1000)).noneMatch(a -> a.outTradeNo().equals(forgotten));
        assertThat(payments.receive(shop.notice(Channel.ALIPAY, forgotten, offer, offer.price())))
                .isInstanceOf(PaymentReceipt.Double.class);
    }

    @Test
    void payments_of_one_buyer_at_the_same_instant_count_each_other() throws Exception {
        var offer = shop.offerWithCards(3);
        var buyer = shop.customer();
        var notices = Stream.generate(() -> shop.notice(shop.placed(buyer, offer, 1), offer, offer.price()))
                .limit(3)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(notices.stream()
                    .<Callable<PaymentReceipt>>map(notice -> () -> payments.receive(notice))
                    .toList());
        }
        assertThat(shop.context()
                        .sql()
                        .sql("select cast(features ->> 'paidInDay' as int) from risk_decision"
                                + " where account_id = :buyer and stage = 'PAYMENT' order by id")
                        .param("buyer", buyer.requireAccount().value())
                        .query(Integer.class)
                        .list())
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void a_notification_refused_at_the_door_is_an_alarm_with_its_sender() {
        payments.recordRefusedNotice(Channel.WECHAT, "BAD_SIGNATURE", new byte[32], "203.0.113.9");
        assertThat(payments.alarms(ShopFixture.FINANCE, PageRequest.first(200)).rows())
                .anyMatch(alarm -> alarm.why().equals("BAD_SIGNATURE") && "203.0.113.9".equals(alarm.remoteIp()));
    }

    @Test
    void what_strangers_left_at_the_door_is_forgotten_after_a_while_and_money_is_not() {
        var far = new ShopFixture(DomainTestContext.farAhead());
        var there = far.bean(Payments.class);
        var offer = far.offerWithCards(1);
        var no = far.placed(far.customer(), offer, 1);
        there.receive(far.notice(no, offer, Money.ofFen(1)));
        there.recordRefusedNotice(Channel.WECHAT, "LEFT_BY_A_STRANGER", new byte[32], "203.0.113.9");
        far.bean(RefusedSweep.class).sweep(1000);
        assertThat(alarms(far, "LEFT_BY_A_STRANGER", "")).isOne();
        far.context().clock().advance(java.time.Duration.ofDays(91));
        far.bean(RefusedSweep.class).sweep(1000);
        assertThat(alarms(far, "LEFT_BY_A_STRANGER", "")).isZero();
        assertThat(alarms(far, "WRONG_AMOUNT", no.value())).isOne();
    }

    private static long alarms(ShopFixture shop, String why, String order) {
        return shop.context()
                .sql()
                .sql("select count(*) from payment_alarm where why = :why and coalesce(order_no, '') = :no")
                .param("why", why)
                .param("no", order)
                .query(Long.class)
                .single();
    }

    @Test
    void an_attempt_is_found_again_and_asked_about_by_one_instance_at_a_time() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var start = payments.beginAttempt(no, Channel.WECHAT);
        assertThat(payments.beginAttempt(no, Channel.WECHAT)).isEqualTo(start);
        assertThat(payments.overdueAttempts(1000)).noneMatch(a -> a.outTradeNo().equals(start.outTradeNo()));
        shop.context().clock().advance(java.time.Duration.ofMinutes(1));
        assertThat(payments.overdueAttempts(1000)).anyMatch(a -> a.outTradeNo().equals(start.outTradeNo()));
        assertThat(payments.overdueAttempts(1000)).noneMatch(a -> a.outTradeNo().equals(start.outTradeNo()));
        payments.prepayUnknown(start.outTradeNo(), "TIMEOUT");
        payments.prepaid(start.outTradeNo(), "weixin://late");
        payments.attemptClosed(start.outTradeNo());
        assertThat(payments.beginAttempt(no, Channel.WECHAT).outTradeNo()).isNotEqualTo(start.outTradeNo());
        assertThat(payments.ofOrder(DomainTestContext.person("ada", Role.AUDITOR), no))
                .extracting(PaymentView::state)
                .containsExactly(AttemptState.CLOSED, AttemptState.CREATED);
    }
}
