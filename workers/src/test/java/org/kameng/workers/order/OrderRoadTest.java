package org.kameng.workers.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.processes.inbox.DecideResult;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.DecisionRow;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.incident.IncidentRow;
import org.kameng.processes.incident.Incidents;
import org.kameng.processes.view.ProcessView;

/** The road of an order on a real broker: every end, and the same end after the engine lost the instance at any wait. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderRoadTest {
    private static final String CHEAP = "GM-CAT-MONTH";
    private static final String DEAR = "GM-NEB-500";
    private static final String SHORT = "MU-LZ-M";
    private static final String WAIT = "Gateway_PaidInTime";
    private static final String REFUND_WAIT = "Gateway_RefundReported";
    private static final Actor SUPPORT = Road.staff(Role.SUPPORT_AGENT);
    private static final Actor FINANCE = Road.staff(Role.FINANCE);

    private static Road road;

    private Actor buyer;

    @BeforeAll
    static void start() {
        road = new Road();
    }

    @AfterAll
    static void stop() {
        road.close();
    }

    @BeforeEach
    void a_buyer_comes_and_the_channel_refunds_at_once() {
        buyer = road.newBuyer();
        road.channel().nextRefund = new RefundReply.Settled(RefundOutcome.SUCCESS, "CR");
    }

    private OrderNo placed(String sku, int quantity) {
        var no = road.place(buyer, sku, quantity);
        road.readyAttempt(buyer, no);
        return no;
    }

    private OrderNo held() {
        var no = placed(DEAR, 3);
        road.pay(buyer, no);
        road.task(SUPPORT, no.value());
        return no;
    }

    private RefundView refundOf(OrderNo no) {
        return road.bean(Refunds.class).ofOrder(FINANCE, no).getFirst();
    }

    private long delivered(OrderNo no) {
        return road.count("select count(*) from card where order_no = :no and state = 2", no.value());
    }

    private void settledOnce(OrderNo no) {
        assertThat(delivered(no)).isZero();
        assertThat(refundOf(no).state().isSettled()).isTrue();
        assertThat(road.count("select count(*) from refund where order_no = :no", no.value()))
                .isOne();
        assertThat(road.count("select coalesce(sum(amount), 0) from ledger_entry where :no <> ''", no.value()))
                .isZero();
    }

    private void deliveredOnce(OrderNo no, int cards) {
        assertThat(delivered(no)).isEqualTo(cards);
        assertThat(road.count("select count(*) from refund where order_no = :no", no.value()))
                .isZero();
        assertThat(road.count(
                        "select count(*) from audit_event where subject_no = :no and what = 'order.delivered'",
                        no.value()))
                .isOne();
    }

    @Test
    @Order(1)
    void a_paid_order_is_delivered() {
        var no = placed(CHEAP, 2);
        road.standsAt(no.value(), WAIT);
        assertThat(road.bean(ProcessView.class).waitingFor(SUPPORT, no.value())).hasValueSatisfying(waiting -> {
            assertThat(waiting.key()).isEqualTo("waiting." + WAIT);
            assertThat(waiting.until()).isNotNull();
        });
        road.pay(buyer, no);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        deliveredOnce(no, 2);
        assertThat(road.bean(ProcessView.class).timeline(SUPPORT, no.value()))
                .extracting(entry -> entry.elementId() + " " + entry.kind())
                .contains(
                        "StartEvent_OrderPlaced STARTED",
                        "Task_DeliverFromStock DONE",
                        "EndEvent_OrderDelivered ENDED");
    }

    @Test
    @Order(2)
    void a_cancelled_order_is_closed_and_money_that_comes_later_goes_back() {
        var no = placed(CHEAP, 1);
        var attempt = road.readyAttempt(buyer, no);
        road.bean(OrderService.class).cancel(buyer, no);
        road.reaches(no, OrderState.CLOSED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderCancelled");
        assertThat(road.channel().closed).contains(attempt);

        assertThat(road.pay(attempt)).isInstanceOf(PaymentReceipt.Late.class);
        await().atMost(Road.PATIENCE).until(() -> refundOf(no).state() == RefundState.SUCCESS);
        assertThat(delivered(no)).isZero();
    }

    @Test
    @Order(13)
    void a_buyer_who_changes_the_channel_and_pays_on_both_gets_the_second_payment_back() {
        var no = placed(CHEAP, 1);
        var byWechat = road.readyAttempt(buyer, no);
        road.bean(Payments.class).choose(buyer, no, Channel.ALIPAY);
        var byAlipay = road.readyAttempt(buyer, no, Channel.ALIPAY);
        road.bean(Payments.class).choose(buyer, no, Channel.WECHAT);
        assertThat(road.pay(Channel.ALIPAY, byAlipay)).isInstanceOf(PaymentReceipt.Confirmed.class);
        assertThat(road.pay(Channel.WECHAT, byWechat)).isInstanceOf(PaymentReceipt.Double.class);
        road.reaches(no, OrderState.DELIVERED);
        await().atMost(Road.PATIENCE).until(() -> refundOf(no).state() == RefundState.SUCCESS);
        var refund = refundOf(no);
        assertThat(refund.channel()).isEqualTo(Channel.WECHAT);
        assertThat(road.channel(Channel.WECHAT).refundCalls).containsKey(refund.refundNo());
        assertThat(road.channel(Channel.ALIPAY).refundCalls).doesNotContainKey(refund.refundNo());
        assertThat(delivered(no)).isOne();
    }

    @Test
    @Order(14)
    void a_cancelled_order_is_closed_at_every_channel_the_buyer_opened() {
        var no = placed(CHEAP, 1);
        road.channel(Channel.ALIPAY).silent = true;
        road.bean(Payments.class).choose(buyer, no, Channel.ALIPAY);
        await().atMost(Road.PATIENCE)
                .until(() ->
                        road.bean(Payments.class).ofOrder(buyer, no).getLast().state() == AttemptState.UNKNOWN);
        road.channel(Channel.ALIPAY).silent = false;
        var byAlipay = road.readyAttempt(buyer, no, Channel.ALIPAY);
        var byWechat = road.readyAttempt(buyer, no);
        road.bean(OrderService.class).cancel(buyer, no);
        road.reaches(no, OrderState.CLOSED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderCancelled");
        assertThat(road.channel(Channel.WECHAT).closed).contains(byWechat);
        assertThat(road.channel(Channel.ALIPAY).closed).contains(byAlipay);
    }

    @Test
    @Order(3)
    void a_held_order_is_delivered_when_a_person_lets_it_go() {
        var no = held();
        var inbox = road.bean(TaskInbox.class);
        var task = road.task(SUPPORT, no.value());
        inbox.claim(SUPPORT, task.id());
        assertThat(inbox.decide(SUPPORT, task.id(), new Decision("deliver", "known buyer")))
                .isInstanceOf(DecideResult.Recorded.class);
        assertThat(inbox.decide(SUPPORT, task.id(), new Decision("refund", "changed my mind")))
                .isEqualTo(new DecideResult.Overtaken("DECIDED"));
        road.reaches(no, OrderState.DELIVERED);
        deliveredOnce(no, 3);
        await().atMost(Road.PATIENCE)
                .until(() -> inbox.decisions(SUPPORT, no.value()).getFirst().state() == DecisionRow.State.APPLIED);
    }

    @Test
    @Order(4)
    void an_order_stock_cannot_fill_is_delivered_in_part_and_the_rest_goes_back() {
        var no = placed(SHORT, 3);
        road.withdrawCards(SHORT, 1);
        road.pay(buyer, no);
        road.endsAt(SUPPORT, no, "EndEvent_OrderPartlyDelivered");
        assertThat(delivered(no)).isOne();
        assertThat(refundOf(no).state()).isEqualTo(RefundState.SUCCESS);
    }

    @Test
    @Order(5)
    void a_refund_the_channel_refuses_is_settled_by_hand() {
        road.channel().nextRefund = new RefundReply.Refused("NOT_ENOUGH");
        var no = held();
        road.decide(SUPPORT, road.task(SUPPORT, no.value()), "refund");
        await().atMost(Road.PATIENCE)
                .until(() -> !road.bean(Refunds.class).ofOrder(FINANCE, no).isEmpty());
        road.decide(FINANCE, road.task(FINANCE, refundOf(no).refundNo()), "settled");
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        settledOnce(no);
        assertThat(refundOf(no).handReference()).isEqualTo("ICBC 77");
    }

    @Test
    @Order(5)
    void a_refund_the_channel_closed_is_tried_again_under_a_new_number() {
        road.channel().nextRefund = new RefundReply.Settled(RefundOutcome.CLOSED, "CR-1");
        var no = held();
        road.decide(SUPPORT, road.task(SUPPORT, no.value()), "refund");
        await().atMost(Road.PATIENCE)
                .until(() -> !road.bean(Refunds.class).ofOrder(FINANCE, no).isEmpty());
        var refundNo = refundOf(no).refundNo();
        var task = road.task(FINANCE, refundNo);
        road.channel().nextRefund = new RefundReply.Settled(RefundOutcome.SUCCESS, "CR-2");
        road.decide(FINANCE, task, "retry");
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        settledOnce(no);
        assertThat(road.channel().refundCalls).containsKeys(refundNo, refundNo + "-2");
    }

    @Test
    @Order(6)
    void an_instance_killed_while_it_waits_for_payment_is_started_again() {
        var no = placed(CHEAP, 1);
        road.standsAt(no.value(), WAIT);
        road.killInstances(no.value());
        road.pay(buyer, no);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        deliveredOnce(no, 1);
        assertThat(road.count("select count(*) from payment_attempt where order_no = :no", no.value()))
                .isOne();
    }

    @Test
    @Order(7)
    void an_instance_killed_after_the_wish_to_cancel_is_closed_all_the_same() {
        var no = placed(CHEAP, 1);
        road.standsAt(no.value(), WAIT);
        road.killInstances(no.value());
        road.bean(OrderService.class).cancel(buyer, no);
        road.reaches(no, OrderState.CLOSED);
    }

    @Test
    @Order(8)
    void an_instance_killed_under_review_comes_back_to_the_inbox() {
        var no = held();
        var before = road.task(SUPPORT, no.value());
        road.killInstances(no.value());
        await().atMost(Road.PATIENCE)
                .until(() -> !road.task(SUPPORT, no.value()).id().equals(before.id()));
        assertThat(road.bean(TaskInbox.class).decide(SUPPORT, before.id(), new Decision("deliver", "too late")))
                .isEqualTo(new DecideResult.Overtaken("ENDED"));
        road.decide(SUPPORT, road.task(SUPPORT, no.value()), "deliver");
        road.reaches(no, OrderState.DELIVERED);
        deliveredOnce(no, 3);
    }

    @Test
    @Order(9)
    void an_instance_killed_while_its_refund_is_under_way_follows_the_same_refund() {
        road.channel().nextRefund = new RefundReply.Accepted("CR-1");
        var no = held();
        road.decide(SUPPORT, road.task(SUPPORT, no.value()), "refund");
        await().atMost(Road.PATIENCE)
                .until(() -> !road.bean(Refunds.class).ofOrder(FINANCE, no).isEmpty());
        var refundNo = refundOf(no).refundNo();
        road.standsAt(no.value(), "CallActivity_RefundWhatIsMissing");
        road.standsAt(no.value(), REFUND_WAIT);
        road.killInstances(no.value());
        await().atMost(Road.PATIENCE)
                .until(() -> road.instancesAt(no.value(), REFUND_WAIT).isEmpty());
        road.standsAt(no.value(), REFUND_WAIT);
        road.bean(Refunds.class).settled(refundNo, RefundOutcome.SUCCESS, "CR-1", null);
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        settledOnce(no);
    }

    @Test
    @Order(10)
    void an_instance_killed_while_finance_is_asked_asks_finance_again() {
        road.channel().nextRefund = new RefundReply.Refused("NOT_ENOUGH");
        var no = held();
        road.decide(SUPPORT, road.task(SUPPORT, no.value()), "refund");
        await().atMost(Road.PATIENCE)
                .until(() -> !road.bean(Refunds.class).ofOrder(FINANCE, no).isEmpty());
        var refundNo = refundOf(no).refundNo();
        var before = road.task(FINANCE, refundNo);
        road.killInstances(no.value());
        await().atMost(Road.PATIENCE)
                .until(() -> !road.task(FINANCE, refundNo).id().equals(before.id()));
        road.decide(FINANCE, road.task(FINANCE, refundNo), "settled");
        road.reaches(no, OrderState.REFUNDED);
        settledOnce(no);
    }

    @Test
    @Order(11)
    void a_decision_and_payments_made_while_the_broker_is_down_are_not_lost() {
        var no = held();
        var task = road.task(SUPPORT, no.value());
        var others = new ArrayList<OrderNo>();
        var buyers = new HashMap<OrderNo, Actor>();
        for (var i = 0; i < 5; i++) {
            buyer = road.newBuyer();
            var other = placed(CHEAP, 1);
            others.add(other);
            buyers.put(other, buyer);
        }
        road.channel().thinks = new CountDownLatch(1);
        var calls = road.channel().prepayCalls.get();
        buyer = road.newBuyer();
        var underWay = road.place(buyer, CHEAP, 1);
        await().atMost(Road.PATIENCE).until(() -> road.channel().prepayCalls.get() == calls + 1);

        road.zeebe.killHard();
        road.channel().thinks.countDown();
        road.decide(SUPPORT, task, "deliver");
        others.forEach(other -> road.pay(buyers.get(other), other));
        road.zeebe.start();
        road.reaches(no, OrderState.DELIVERED);
        others.forEach(other -> road.reaches(other, OrderState.DELIVERED));
        deliveredOnce(no, 3);
        others.forEach(other -> deliveredOnce(other, 1));
        // The job that was running when the broker fell is completed when it is back, not run again.
        road.standsAt(underWay.value(), WAIT);
        assertThat(road.channel().prepayCalls.get()).isEqualTo(calls + 1);
        road.pay(buyer, underWay);
        road.reaches(underWay, OrderState.DELIVERED);
    }

    @Test
    @Order(12)
    void a_job_that_used_up_its_retries_goes_on_when_the_channel_is_back() {
        var incidents = "select count(*) from engine.incident s join engine.instance i on i.epoch = s.epoch"
                + " and i.process_instance_key = s.process_instance_key where i.business_no = :no and s.state = ";
        road.channel().silent = true;
        var no = road.place(buyer, CHEAP, 1);
        await().atMost(Road.PATIENCE).until(() -> {
            road.leaveOneTry(no.value());
            return road.count(incidents + "'OPEN'", no.value()) == 1;
        });
        road.channel().silent = false;
        road.standsAt(no.value(), WAIT);
        road.pay(buyer, no);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        deliveredOnce(no, 1);
        assertThat(road.count(incidents + "'OPEN'", no.value())).isZero();
        assertThat(road.count(incidents + "'RESOLVED'", no.value())).isOne();
        assertThat(road.count("select count(*) from engine.instance where business_no = :no", no.value()))
                .isOne();
    }

    @Test
    @Order(17)
    void a_person_who_asks_for_another_try_is_heard_while_the_house_itself_still_waits() {
        road.holdHealer("1 hour");
        try {
            road.channel().silent = true;
            var no = road.place(buyer, CHEAP, 1);
            var olga = Road.staff(Role.OPERATOR);
            var incidents = road.bean(Incidents.class);
            await().atMost(Road.PATIENCE).until(() -> {
                road.leaveOneTry(no.value());
                return incidents.count(olga) == 1;
            });
            road.channel().silent = false;
            var incident = incidents.open(olga, PageRequest.first(1)).rows().getFirst();
            assertThat(incident)
                    .returns(no.value(), IncidentRow::businessNo)
                    .returns("request-payment", IncidentRow::jobType);
            assertThat(incidents.retry(olga, incident.id(), "the channel is back"))
                    .isTrue();
            road.standsAt(no.value(), WAIT);
            await().atMost(Road.PATIENCE)
                    .until(() -> !incidents.view(olga, incident.id()).open());
            assertThat(incidents.count(olga)).isZero();
        } finally {
            road.holdHealer("0 hours");
        }
    }

    @Test
    @Order(16)
    void messages_that_are_sent_twice_change_nothing() {
        var no = placed(CHEAP, 1);
        road.pay(buyer, no);
        road.reaches(no, OrderState.DELIVERED);
        road.sql()
                .sql("update outbox set done_at = null where key = :no")
                .param("no", no.value())
                .update();
        await().atMost(Road.PATIENCE)
                .until(() ->
                        road.count("select count(*) from outbox where key = :no and done_at is null", no.value()) == 0);
        assertThat(road.count("select count(*) from engine.instance where business_no = :no", no.value()))
                .isOne();
        deliveredOnce(no, 1);
    }

    @Test
    @Order(15)
    void an_application_that_was_away_drains_what_waits_for_it() {
        var no = placed(CHEAP, 1);
        var attempt = road.readyAttempt(buyer, no);
        var request = road.channel().prepaid.get(attempt);
        road.close();
        road.start();
        road.channel().prepaid.put(attempt, request);
        road.pay(attempt);
        road.reaches(no, OrderState.DELIVERED);
        deliveredOnce(no, 1);
    }

    @Test
    @Order(16)
    void a_broker_that_lost_its_data_brings_every_order_to_the_same_end() {
        var waiting = placed(CHEAP, 1);
        var first = buyer;
        buyer = road.newBuyer();
        var reviewed = held();
        buyer = road.newBuyer();
        road.channel().nextRefund = new RefundReply.Accepted("CR-2");
        var refunded = held();
        road.decide(SUPPORT, road.task(SUPPORT, refunded.value()), "refund");
        road.standsAt(refunded.value(), REFUND_WAIT);
        buyer = road.newBuyer();
        road.zeebe.wipe();
        road.bean(TaskInbox.class)
                .decide(SUPPORT, road.task(SUPPORT, reviewed.value()).id(), new Decision("deliver", "known buyer"));
        road.zeebe.start();
        road.pay(first, waiting);
        road.reaches(waiting, OrderState.DELIVERED);
        deliveredOnce(waiting, 1);
        // The decision was made for the lost task; it counts for the task of the instance that was started again.
        road.reaches(reviewed, OrderState.DELIVERED);
        deliveredOnce(reviewed, 3);
        road.bean(Refunds.class).settled(refundOf(refunded).refundNo(), RefundOutcome.SUCCESS, "CR-2", null);
        road.reaches(refunded, OrderState.REFUNDED);
        settledOnce(refunded);
    }

    @Test
    @Order(17)
    void an_order_nobody_pays_is_closed_at_its_deadline() throws Exception {
        var no = placed(CHEAP, 1);
        road.standsAt(no.value(), WAIT);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(road.zeebe.management() + "/actuator/clock/add"))
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":960000}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        road.reaches(no, OrderState.CLOSED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderExpired");
    }
}
