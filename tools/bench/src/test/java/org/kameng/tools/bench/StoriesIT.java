package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DialClock;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.processes.inbox.DecideResult;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.processes.order.OrderToDelivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every end event of both models once more, on the real broker 8.6.0 with everything real around it. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern END = Pattern.compile("endEvent id=\"(\\w+)\"");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static House house;
    private static Desk desk;
    private static HouseArm arm;

    @BeforeAll
    static void open() {
        house = House.startFresh(Bench.folder().resolve("stories"), 4000, "--dial");
        // What stock lacks is refunded here; buying it has stories of its own on this broker (PurchaseRoadTest).
        house.administrator().sql("update supplier set in_use = false").update();
        desk = new Desk(house, Long.toString(System.nanoTime(), 36));
        desk.openAccounts(60);
        desk.stock(200);
        arm = new HouseArm(house, desk);
    }

    @AfterAll
    static void close() {
        if (arm != null) {
            arm.close();
            desk.close();
        }
        if (house != null) {
            house.close();
        }
    }

    @AfterEach
    void the_promises_are_kept() {
        house.knobs(
                "{\"refundResult\":\"SUCCESS\",\"dropNotify\":0,\"duplicateNotify\":0,\"wrongAmountNotify\":0,\"forgedNotify\":0}");
        assertThat(new Checker(desk.database()).broken()).isEmpty();
    }

    @Test
    void a_paid_order_is_delivered() {
        var order = paidOrder(1);
        awaitEnd(order, "EndEvent_OrderDelivered", "DELIVERED");
    }

    @Test
    void an_order_nobody_pays_expires_and_its_number_is_closed_at_the_channel() {
        var order = arm.place(next());
        advance(Duration.ofMinutes(16));
        awaitEnd(order, "EndEvent_OrderExpired", "CLOSED");
        assertThat(one("select state from payment_attempt where order_no = ?", order))
                .isEqualTo("CLOSED");
    }

    @Test
    void a_customer_cancels_before_paying() {
        var number = next();
        var order = arm.place(number);
        desk.service(OrderService.class).cancel(desk.customer(number), new OrderNo(order));
        awaitEnd(order, "EndEvent_OrderCancelled", "CLOSED");
    }

    @Test
    void an_order_that_risk_refuses_is_closed() {
        var order = placedWith(
                "update outbox set payload = jsonb_set(payload, '{riskScore}', '100') where key = ? and topic = 'order-placed'");
        awaitEnd(order, "EndEvent_OrderRefused", "CLOSED");
    }

    @Test
    void an_order_the_channel_refuses_is_closed() {
        var order = placedWith("update orders set sub_mchid = 'struck-off' where no = ?");
        awaitEnd(order, "EndEvent_PaymentRefused", "CLOSED");
    }

    @Test
    void a_start_sent_again_after_the_end_does_nothing() {
        var order = arm.place(next());
        advance(Duration.ofMinutes(16));
        awaitEnd(order, "EndEvent_OrderExpired", "CLOSED");
        desk.database().sql("""
                        insert into outbox (topic, key, message_id, payload, created_at, due_at)
                        select topic, key, message_id || '-again', payload, created_at, created_at from outbox where key = ? and topic = 'order-placed'""").param(order).update();
        awaitEnd(order, "EndEvent_OrderAlreadyClosed", "CLOSED");
    }

    @Test
    void recalled_cards_are_refunded() {
        var order = arm.place(next());
        withdraw(order, 1);
        emptyShelf();
        arm.pay(order);
        awaitEnd(order, "EndEvent_OrderRefunded", "REFUNDED");
        desk.stock(100, "refill" + next());
    }

    @Test
    void a_part_is_delivered_and_the_rest_refunded() {
        var order = placed(2);
        withdraw(order, 1);
        emptyShelf();
        arm.pay(order);
        awaitEnd(order, "EndEvent_OrderPartlyDelivered", "DELIVERED");
        assertThat(one("select refunded_fen * 2 = amount_fen from orders where no = ?", order))
                .isEqualTo("t");
        desk.stock(100, "refill" + next());
    }

    @Test
    void a_held_order_is_delivered_when_support_says_so() {
        var order = heldOrder();
        decide("Task_ReviewPayment", order, Role.SUPPORT_AGENT, "deliver");
        awaitEnd(order, "EndEvent_OrderDelivered", "DELIVERED");
    }

    @Test
    void a_held_order_is_refunded_when_support_says_so() {
        var order = heldOrder();
        decide("Task_ReviewPayment", order, Role.SUPPORT_AGENT, "refund");
        awaitEnd(order, "EndEvent_OrderRefunded", "REFUNDED");
    }

    @Test
    void a_held_order_nobody_reviews_is_refunded_after_four_hours() {
        var order = heldOrder();
        task("Task_ReviewPayment", order, Role.SUPPORT_AGENT);
        advance(Duration.ofHours(4).plusMinutes(1));
        awaitEnd(order, "EndEvent_OrderRefunded", "REFUNDED");
    }

    @Test
    void a_refund_the_channel_cannot_make_is_settled_by_hand() {
        house.knobs("{\"refundResult\":\"ABNORMAL\"}");
        var order = heldOrder();
        decide("Task_ReviewPayment", order, Role.SUPPORT_AGENT, "refund");
        var refund = await().atMost(PATIENCE)
                .until(
                        () -> one("select refund_no from refund where order_no = ? and state = 'ABNORMAL'", order),
                        r -> !r.isEmpty());
        decide("Task_SettleRefundByHand", refund, Role.FINANCE, "settled");
        awaitEnd(order, "EndEvent_OrderRefunded", "REFUNDED");
        awaitElement(order, "EndEvent_RefundSettledByHand");
    }

    @Test
    void a_refund_the_channel_closed_is_paid_back_under_a_new_number() {
        house.knobs("{\"refundResult\":\"CLOSED\"}");
        var order = heldOrder();
        decide("Task_ReviewPayment", order, Role.SUPPORT_AGENT, "refund");
        var refund = await().atMost(PATIENCE)
                .until(
                        () -> one("select refund_no from refund where order_no = ? and state = 'CLOSED'", order),
                        r -> !r.isEmpty());
        house.knobs("{\"refundResult\":\"SUCCESS\"}");
        decide("Task_SettleRefundByHand", refund, Role.FINANCE, "retry");
        awaitEnd(order, "EndEvent_OrderRefunded", "REFUNDED");
        assertThat(one("select channel_no from refund where order_no = ?", order))
                .isEqualTo(refund + "-2");
    }

    @Test
    void a_payment_whose_notification_never_came_is_found_by_asking() {
        house.knobs("{\"dropNotify\":100}");
        var order = paidOrder(1);
        advance(Duration.ofMinutes(2));
        awaitEnd(order, "EndEvent_OrderDelivered", "DELIVERED");
    }

    @Test
    void a_payment_of_the_wrong_amount_leaves_the_order_untouched_and_raises_an_alarm() {
        house.knobs("{\"wrongAmountNotify\":100}");
        var order = paidOrder(1);
        await().atMost(PATIENCE)
                .until(
                        () -> one(
                                "select count(*) from payment_alarm where order_no = ? and why = 'WRONG_AMOUNT'",
                                order),
                        "1"::equals);
        assertThat(one("select state from orders where no = ?", order)).isEqualTo("AWAITING_PAYMENT");
    }

    /** Last: what the stories before it have reached. */
    @Test
    @Order(Integer.MAX_VALUE)
    void every_end_of_both_models_was_reached_on_this_broker() throws IOException {
        var reached = desk.database()
                .sql("select distinct element_id from engine.element_event where intent = 'ELEMENT_COMPLETED'")
                .query(String.class)
                .set();
        for (var model : List.of("/order-to-delivery.bpmn", "/payment-refund.bpmn"))
            try (var file = OrderToDelivery.class.getResourceAsStream(model)) {
                var ends = END.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertThat(ends).isNotEmpty();
                assertThat(reached).containsAll(ends);
            }
    }

    private static int next() {
        return NUMBERS.getAndIncrement();
    }

    private static String placed(int quantity) {
        var order = desk.place(next(), quantity).value();
        return arm.awaitPayable(order);
    }

    private static String paidOrder(int quantity) {
        var order = placed(quantity);
        arm.pay(order);
        return order;
    }

    private static String heldOrder() {
        return Held.order(desk, arm, next());
    }

    private static String placedWith(String change) {
        var number = next();
        return new TransactionTemplate(desk.service(PlatformTransactionManager.class)).execute(tx -> {
            var order = desk.place(number).value();
            desk.service(EntityManager.class).flush();
            desk.service(JdbcClient.class).sql(change).param(order).update();
            return order;
        });
    }

    private static void withdraw(String order, int cards) {
        desk.database().sql("""
                        update card set state = 3, order_no = null, line = null, slot = null, reserved_until = null
                        where id in (select id from card where order_no = ? and state = 1 limit ?)""").params(order, cards).update();
    }

    private static void emptyShelf() {
        desk.database().sql("update card set state = 3 where state = 0").update();
    }

    private static void advance(Duration step) {
        house.advance(step);
        desk.service(DialClock.class).setOffset(house.ahead());
    }

    private static TaskRow task(String element, String reference, Role role) {
        var staff = person(role);
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                desk
                                        .service(TaskInbox.class)
                                        .list(staff, TaskFilter.ALL, PageRequest.first(200))
                                        .rows()
                                        .stream()
                                        .filter(t -> t.elementId().equals(element)
                                                && t.reference().equals(reference))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void decide(String element, String reference, Role role, String verdict) {
        var task = task(element, reference, role);
        var transfer = Decision.needsTransfer(element, verdict) ? "ICBC 77" : null;
        assertThat(desk.service(TaskInbox.class)
                        .decide(person(role), task.id(), new Decision(verdict, "looked at it: " + verdict, transfer)))
                .isInstanceOf(DecideResult.Recorded.class);
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(new UUID(7, role.ordinal())), "test " + role, Set.of(role));
    }

    private static void awaitEnd(String order, String endEvent, String state) {
        awaitElement(order, endEvent);
        assertThat(one("select state from orders where no = ?", order)).isEqualTo(state);
    }

    private static void awaitElement(String order, String element) {
        await().alias(order + " reaches " + element)
                .atMost(PATIENCE)
                .until(() -> one("""
                                select count(*) from engine.element_event e where e.element_id = ? and e.intent = 'ELEMENT_COMPLETED'
                                and e.process_instance_key in (
                                  select process_instance_key from engine.instance where business_no = ?
                                  union select c.process_instance_key from engine.instance c join engine.instance p on c.parent_instance_key = p.process_instance_key
                                  where p.business_no = ?)""", element, order, order), count -> !count.equals("0"));
    }

    private static String one(String sql, Object... parameters) {
        return desk.database()
                .sql(sql)
                .params(parameters)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
