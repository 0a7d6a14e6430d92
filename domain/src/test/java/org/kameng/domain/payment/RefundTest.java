package org.kameng.domain.payment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.ledger.EntryRow;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.DeliveryResult;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;

class RefundTest {
    private static final int RACES = 60;

    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);
    private final Refunds refunds = shop.bean(Refunds.class);

    @Test
    void nothing_in_stock_ends_refunded_with_one_number_however_often_it_is_asked() throws Exception {
        var offer = shop.offerWithCards(2);
        var no = paidWithoutCards(offer, 2);
        assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.PAID, 0, 0, 2));
        var asks = new ArrayList<Callable<Optional<String>>>();
        for (var i = 0; i < 20; i++) asks.add(() -> refunds.requestForOrder(no, "OUT_OF_STOCK"));
        var numbers = new java.util.HashSet<Optional<String>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(asks)) numbers.add(done.get());
        }
        assertThat(numbers).hasSize(1);
        var refundNo = numbers.iterator().next().orElseThrow();
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDING);
        assertThat(refunds.begin(refundNo).request().refund())
                .isEqualTo(offer.price().times(2));
        refunds.accepted(refundNo, "500");
        assertThat(refunds.begin(refundNo).state()).isEqualTo(RefundState.SENT);
        refunds.settled(refundNo, RefundOutcome.SUCCESS, "500", null);
        refunds.settled(refundNo, RefundOutcome.SUCCESS, "500", null);
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDED);
        assertThat(refunds.begin(refundNo)).isEqualTo(new RefundStart(RefundState.SUCCESS, null));
        assertThat(shop.bean(Ledger.class).ofOrder(ShopFixture.FINANCE, no)).hasSize(4);
        assertThat(shop.context().drain("refund-settled"))
                .filteredOn(m -> m.key().equals(refundNo))
                .hasSize(1);
        assertThat(shop.context().drain("refund-requested"))
                .noneMatch(m -> m.key().equals(refundNo));
        assertThat(shop.context().drain("sms"))
                .as("told with the refund itself")
                .filteredOn(m -> m.messageId().equals("order-refunded:" + no))
                .hasSize(1);
    }

    @Test
    void what_is_missing_goes_back_and_what_was_delivered_stays() {
        var offer = shop.offerWithCards(3);
        var no = paidWithoutCards(offer, 3);
        shop.addCards(offer, 1, "");
        assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.PAID, 1, 0, 2));
        shop.addCards(offer, 5, "");
        assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.PAID, 1, 0, 2));
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        assertThat(refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null).amount())
                .isEqualTo(offer.price().times(2));
        var view = orders.view(ShopFixture.SUPPORT, no);
        assertThat(view.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(view.refunded()).isEqualTo(offer.price().times(2));
    }

    @Test
    void a_refund_that_fails_is_settled_by_hand_by_finance_with_a_reference() {
        var offer = shop.offerWithCards(1);
        var no = paidWithoutCards(offer, 1);
        orders.deliverFromStock(no);
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        refunds.unknown(refundNo, "TIMEOUT");
        assertThat(refunds.begin(refundNo).request()).isNotNull();
        refunds.settled(refundNo, RefundOutcome.ABNORMAL, null, "ACCOUNT_ERROR");
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDING);
        assertThat(refunds.retry(ShopFixture.FINANCE, refundNo, "card replaced").state())
                .isEqualTo(RefundState.REQUESTED);
        refunds.settled(refundNo, RefundOutcome.ABNORMAL, null, "ACCOUNT_ERROR");
        assertThat(shop.context().drain("refund-settled"))
                .filteredOn(m -> m.key().equals(refundNo))
                .hasSize(2);
        assertThatThrownBy(() -> refunds.settledByHand(ShopFixture.SUPPORT, refundNo, "B-1", "transfer"))
                .hasMessageContaining("ACCESS_DENIED");
        refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-1", "bank transfer");
        refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-2", "twice");
        assertThat(refunds.find(refundNo).orElseThrow().handReference()).isEqualTo("B-1");
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void after_the_channel_closed_a_number_the_next_try_bears_another_and_only_that_one_counts() {
        var no = placedAndPaid();
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        assertThat(refunds.begin(refundNo).request().channelNo()).isEqualTo(refundNo);
        refunds.accepted(refundNo, "1");
        refunds.settled(refundNo, RefundOutcome.CLOSED, "1", null);
        assertThat(refunds.retry(ShopFixture.FINANCE, refundNo, "closed by mistake")
                        .channelNo())
                .isEqualTo(refundNo + "-2");
        assertThat(refunds.begin(refundNo).request().channelNo()).isEqualTo(refundNo + "-2");
        refunds.settled(refundNo, RefundOutcome.CLOSED, "1", null);
        refunds.accepted(refundNo, "1");
        refunds.unknown(refundNo, "TIMEOUT");
        assertThat(refunds.find(refundNo).orElseThrow().state())
                .as("late news of the closed number")
                .isEqualTo(RefundState.REQUESTED);
        refunds.settled(refundNo + "-2", RefundOutcome.ABNORMAL, null, "NOT_ENOUGH");
        assertThat(refunds.retry(ShopFixture.FINANCE, refundNo, "topped up").channelNo())
                .as("refused, not closed: the number is still good")
                .isEqualTo(refundNo + "-2");
        assertThat(alarms(no)).isEmpty();
        refunds.settled(refundNo + "-2", RefundOutcome.SUCCESS, "2", null);
        assertThat(refunds.find(refundNo + "-2").orElseThrow().state()).isEqualTo(RefundState.SUCCESS);
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDED);
        refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null);
        assertThat(alarms(no)).as("the closed number paid, too").containsExactly("REFUNDED_TWICE");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "SENT", "UNKNOWN", "ABNORMAL", "CLOSED"})
    void money_paid_by_hand_ends_a_refund_in_every_open_state_and_never_left_the_channel(RefundState state) {
        var offer = shop.offerWithCards(1);
        var no = paidWithoutCards(offer, 1);
        orders.deliverFromStock(no);
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        bring(refundNo, state);
        assertThat(refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-1", "bank transfer")
                        .state())
                .isEqualTo(RefundState.SETTLED_BY_HAND);
        assertThat(refunds.begin(refundNo)).isEqualTo(new RefundStart(RefundState.SETTLED_BY_HAND, null));
        assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDED);
        var fen = offer.price().fen();
        assertThat(held(no))
                .containsOnly(entry("CHANNEL_WX", fen), entry("BUYER_CLEARING", 0L), entry("PAID_BY_HAND", -fen));
    }

    @Test
    void money_the_channel_gives_back_after_a_person_did_is_an_alarm_once() {
        var offer = shop.offerWithCards(1);
        var no = paidWithoutCards(offer, 1);
        orders.deliverFromStock(no);
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        refunds.accepted(refundNo, "1");
        refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-1", "bank transfer");
        refunds.settled(refundNo, RefundOutcome.CLOSED, "1", null);
        assertThat(alarms(no)).isEmpty();
        for (var time = 0; time < 2; time++)
            assertThat(refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null)
                            .state())
                    .isEqualTo(RefundState.SETTLED_BY_HAND);
        assertThat(alarms(no)).containsExactly("REFUNDED_TWICE");
    }

    @Test
    void money_a_person_gave_back_after_the_channel_did_is_an_alarm_once_in_that_person_s_name() {
        var no = placedAndPaid();
        var refundNo = refunds.requestForOrder(no, "OUT_OF_STOCK").orElseThrow();
        refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null);
        for (var time = 0; time < 2; time++)
            assertThat(refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-7", "bank transfer")
                            .state())
                    .isEqualTo(RefundState.SUCCESS);
        assertThat(alarms(no)).containsExactly("REFUNDED_TWICE");
        assertThat(shop.bean(AuditQuery.class)
                        .of(ShopFixture.FINANCE, "order", no.value(), PageRequest.first(50))
                        .rows())
                .filteredOn(row -> row.what().equals("payment.suspicious"))
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("B-7"));
    }

    @Test
    void the_channel_and_a_person_paying_at_the_same_instant_are_an_alarm_whoever_comes_first() throws Exception {
        var offer = shop.offerWithCards(RACES);
        var byHand = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var race = 0; race < RACES; race++) {
                var no = shop.placed(shop.customer(), offer, 1);
                shop.pay(no, offer, 1);
                var refundNo = refunds.requestForOrder(no, "x").orElseThrow();
                refunds.accepted(refundNo, "1");
                var start = new CyclicBarrier(2);
                var channel = pool.submit(() -> {
                    start.await();
                    return refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null);
                });
                var person = pool.submit(() -> {
                    start.await();
                    return refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-1", "bank transfer");
                });
                assertThat(channel.get().state()).isEqualTo(person.get().state());
                if (channel.get().state() == RefundState.SETTLED_BY_HAND) byHand++;
                assertThat(alarms(no)).as("race %d", race).containsExactly("REFUNDED_TWICE");
                assertThat(shop.state(no)).isEqualTo(OrderState.REFUNDED);
            }
        }
        assertThat(byHand).as("both sides win sometimes").isBetween(1, RACES - 1);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    private OrderNo placedAndPaid() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        shop.pay(no, offer, 1);
        return no;
    }

    private void bring(String refundNo, RefundState state) {
        switch (state) {
            case REQUESTED -> {}
            case SENT -> refunds.accepted(refundNo, "1");
            case UNKNOWN -> refunds.unknown(refundNo, "TIMEOUT");
            case SUCCESS, ABNORMAL, CLOSED -> refunds.settled(refundNo, RefundOutcome.valueOf(state.name()), null, "x");
            case SETTLED_BY_HAND -> refunds.settledByHand(ShopFixture.FINANCE, refundNo, "B-0", "x");
        }
        assertThat(refunds.find(refundNo).orElseThrow().state()).isEqualTo(state);
    }

    private Map<String, Long> held(OrderNo no) {
        return shop.bean(Ledger.class).ofOrder(ShopFixture.FINANCE, no).stream()
                .collect(groupingBy(
                        EntryRow::account, summingLong(row -> row.amount().fen())));
    }

    private List<String> alarms(OrderNo no) {
        return payments.alarms(ShopFixture.FINANCE, PageRequest.first(200)).rows().stream()
                .filter(alarm -> no.equals(alarm.order()))
                .map(AlarmRow::why)
                .toList();
    }

    @Test
    void refunds_never_exceed_the_payment_even_for_plain_sql() {
        var offer = shop.offerWithCards(1);
        var no = paidWithoutCards(offer, 1);
        orders.deliverFromStock(no);
        assertThat(refunds.requestForOrder(no, "OUT_OF_STOCK")).isPresent();
        assertThatThrownBy(() ->
                        shop.context().sql().sql("""
                        insert into refund (refund_no, version, order_no, out_trade_no, channel, transaction_id, sub_mchid, kind, state,
                          amount_fen, total_fen, reason, tries, requested_at, changed_at)
                        select 'RFextra1', 0, order_no, out_trade_no, channel, transaction_id, sub_mchid, 'DOUBLE', 'REQUESTED', 1, total_fen,
                          'x', 1, requested_at, changed_at from refund where order_no = :no""").param("no", no.value()).update())
                .hasMessageContaining("exceed the payment");
    }

    @Test
    void nothing_is_due_for_delivered_closed_and_unpaid_orders() {
        var offer = shop.offerWithCards(3);
        var delivered = shop.placed(shop.customer(), offer, 1);
        shop.pay(delivered, offer, 1);
        orders.deliverFromStock(delivered);
        var closed = shop.placed(shop.customer(), offer, 1);
        orders.close(closed, "expired");
        var unpaid = shop.placed(shop.customer(), offer, 1);
        for (var no : List.of(delivered, closed, unpaid))
            assertThat(refunds.requestForOrder(no, "x")).isEmpty();
    }

    @Test
    void a_held_order_is_released_or_refunded_and_its_cards_are_free_again() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        shop.pay(no, offer, 1);
        assertThat(orders.hold(no, "R02")).isEqualTo(OrderState.ON_HOLD);
        assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.ON_HOLD, 0, 0, 1));
        assertThat(orders.release(ShopFixture.SUPPORT, no, "known customer")).isEqualTo(OrderState.PAID);
        orders.hold(no, "R02");
        assertThat(refunds.requestForOrder(no, "refused by review")).isPresent();
        shop.placed(shop.customer(), offer, 1);
    }

    @Test
    void whatever_the_channel_says_in_whatever_order_a_settled_refund_stays_settled() {
        var random = new Random(7);
        var offer = shop.offerWithCards(30);
        for (var round = 0; round < 30; round++) {
            var no = shop.placed(shop.customer(), offer, 1);
            shop.pay(no, offer, 1);
            var refundNo = refunds.requestForOrder(no, "x").orElseThrow();
            var settled = false;
            for (var step = 0; step < 12; step++) {
                settled |= anything(random.nextInt(5), refundNo);
                var state = refunds.find(refundNo).orElseThrow().state();
                assertThat(state == RefundState.SUCCESS)
                        .as("round %d step %d", round, step)
                        .isEqualTo(settled);
                assertThat(shop.state(no)).isEqualTo(settled ? OrderState.REFUNDED : OrderState.REFUNDING);
            }
        }
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void refunds_that_wait_for_a_person_keep_no_silent_one_from_being_asked_about() {
        var abnormal = requested();
        refunds.settled(abnormal, RefundOutcome.ABNORMAL, null, "x");
        var closed = requested();
        refunds.settled(closed, RefundOutcome.CLOSED, null, "x");
        var sent = requested();
        refunds.accepted(sent, "1");
        var unknown = requested();
        refunds.unknown(unknown, "TIMEOUT");
        shop.context().clock().advance(Duration.ofMinutes(2));
        assertThat(asked(10_000)).contains(sent, unknown).doesNotContain(abnormal, closed);
        refunds.settled(sent, RefundOutcome.SUCCESS, "1", null);
        shop.context().clock().advance(Duration.ofMinutes(2));
        assertThat(asked(10_000)).contains(unknown).doesNotContain(sent);
    }

    @Test
    void refunds_of_double_payments_are_the_reconcilers_whatever_their_order_waits_for() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var first = shop.notice(no, offer, offer.price());
        payments.receive(first);
        orders.hold(no, "R02");
        var twice = (PaymentReceipt.Double) payments.receive(shop.notice(first.outTradeNo(), offer, offer.price()));
        var carried = refunds.requestForOrder(no, "refused by review").orElseThrow();
        shop.context().clock().advance(Duration.ofMinutes(2));
        var lost = refunds.unfinishedStrays(shop.context().clock().instant(), 10_000);
        assertThat(lost).contains(twice.refundNo()).doesNotContain(carried);
        refunds.settled(twice.refundNo(), RefundOutcome.ABNORMAL, null, "x");
        shop.context().clock().advance(Duration.ofMinutes(2));
        assertThat(refunds.unfinishedStrays(shop.context().clock().instant(), 10_000))
                .as("also what waits for a person")
                .contains(twice.refundNo());
        refunds.settled(twice.refundNo(), RefundOutcome.SUCCESS, "1", null);
        assertThat(refunds.unfinishedStrays(shop.context().clock().instant(), 10_000))
                .doesNotContain(twice.refundNo());
    }

    @Test
    void refunds_that_stay_under_way_are_asked_about_ever_less_and_never_hide_a_new_one() {
        asked(10_000);
        var slow = new ArrayList<String>();
        for (var i = 0; i < 5; i++) slow.add(sent());
        assertThat(asked(5)).isEmpty();
        for (var pause : List.of(1, 1, 2, 4, 8, 16, 32, 60, 60)) {
            shop.context().clock().advance(Duration.ofMinutes(pause).minusSeconds(1));
            assertThat(asked(10_000)).doesNotContainAnyElementsOf(slow);
            shop.context().clock().advance(Duration.ofSeconds(1));
            assertThat(asked(10_000)).containsAll(slow);
            assertThat(asked(10_000)).isEmpty();
        }
        var fresh = sent();
        shop.context().clock().advance(Duration.ofMinutes(1));
        assertThat(asked(5)).containsExactly(fresh);
        refunds.settled(slow.getFirst(), RefundOutcome.ABNORMAL, null, "x");
        refunds.retry(ShopFixture.FINANCE, slow.getFirst(), "card replaced");
        refunds.accepted(slow.getFirst(), "2");
        shop.context().clock().advance(Duration.ofMinutes(1));
        assertThat(asked(5)).contains(slow.getFirst()).doesNotContainAnyElementsOf(slow.subList(1, 5));
    }

    @Test
    void a_refund_is_leased_to_one_of_many_who_ask_at_once() throws Exception {
        var due = new ArrayList<String>();
        for (var i = 0; i < 12; i++) due.add(sent());
        shop.context().clock().advance(Duration.ofMinutes(1));
        var takers = new ArrayList<Callable<List<String>>>();
        for (var i = 0; i < 8; i++) takers.add(() -> asked(3));
        var taken = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(takers)) taken.addAll(done.get());
        }
        taken.addAll(asked(10_000));
        assertThat(taken).doesNotHaveDuplicates().containsAll(due);
    }

    private List<String> asked(int limit) {
        return refunds.overdue(limit).stream().map(RefundView::refundNo).toList();
    }

    private String sent() {
        var no = requested();
        refunds.accepted(no, "1");
        return no;
    }

    private String requested() {
        return refunds.requestForOrder(placedAndPaid(), "x").orElseThrow();
    }

    private boolean anything(int what, String refundNo) {
        switch (what) {
            case 0 -> refunds.accepted(refundNo, "1");
            case 1 -> refunds.unknown(refundNo, "TIMEOUT");
            case 2 -> refunds.settled(refundNo, RefundOutcome.ABNORMAL, null, "x");
            case 3 -> refunds.settled(refundNo, RefundOutcome.CLOSED, null, "x");
            default -> refunds.settled(refundNo, RefundOutcome.SUCCESS, "1", null);
        }
        return what == 4;
    }

    /** A paid order whose reserved cards were withdrawn by the seller meanwhile. */
    private OrderNo paidWithoutCards(ShopFixture.Offer offer, int quantity) {
        Actor buyer = shop.customer();
        var no = shop.placed(buyer, offer, quantity);
        payments.receive(shop.notice(no, offer, offer.price().times(quantity)));
        shop.context()
                .sql()
                .sql(
                        "update card set state = 3, order_no = null, line = null, slot = null, reserved_until = null where order_no = :no")
                .param("no", no.value())
                .update();
        return no;
    }
}
