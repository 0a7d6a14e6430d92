package org.kameng.workers.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.BadGoods;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.PurchaseReply.Failed;
import org.kameng.domain.supplier.PurchaseReply.Finished;
import org.kameng.domain.supplier.PurchaseReply.Processing;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseReply.Unknown;
import org.kameng.domain.supplier.PurchaseState;
import org.kameng.domain.supplier.PurchaseView;
import org.kameng.domain.supplier.SupplierContracts;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.domain.supplier.SupplierNews;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.processes.purchase.SupplierPurchase;
import org.kameng.workers.order.Road;
import org.kameng.workers.purchase.ScriptedSupplier.Deed;

/** What stock cannot give, on a real broker: bought once, whatever dies and whatever the supplier says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurchaseRoadTest {
    private static final String SKU = "GM-NEB-30";
    private static final String WAIT = "Gateway_SupplierAnswered";
    private static final Pattern END = Pattern.compile("endEvent id=\"(\\w+)\"");
    private static final Actor SUPPORT = Road.staff(Role.SUPPORT_AGENT);
    private static final Actor OPERATOR = Road.staff(Role.OPERATOR);
    private static final Actor SECOND = Road.staff(Role.OPERATOR);

    private static final Set<String> toppedUp = new HashSet<>();

    private static Road road;

    private Actor buyer;
    private ScriptedSupplier supplier;

    @BeforeAll
    static void start() {
        road = new Road();
        contract("first-hand");
        contract("second-hand");
        source(SKU, "first-hand", 1);
        source(SKU, "second-hand", 2);
    }

    @AfterAll
    static void stop() {
        road.close();
    }

    private static void contract(String supplier) {
        road.bean(SupplierContracts.class)
                .put(
                        new SupplierContracts.Contract(
                                new SupplierId(supplier),
                                supplier,
                                Protocol.KSP,
                                URI.create("http://127.0.0.1:9"),
                                supplier,
                                List.of("s"),
                                "k"),
                        Instant.now());
    }

    private static void source(String sku, String supplier, int preference) {
        road.sql()
                .sql("""
                        insert into source (offer_id, supplier_id, supplier_sku, preference, contracted, cost_fen, max_cost_fen, stock,
                          on_sale, account_schema, product_version, refresh_at, accepted_cost_fen)
                        select id, :supplier, 'UP-1', :preference, true, 100, 100, -1, true, '{}', 0, now(), 100 from offer
                        where sku_code = :sku""")
                .param("supplier", supplier)
                .param("preference", preference)
                .param("sku", sku)
                .update();
    }

    @BeforeEach
    void a_buyer_comes_to_an_empty_stock_and_suppliers_deliver() {
        road.withdrawCards(SKU, 0);
        buyer = road.newBuyer();
        supplier = road.bean(ScriptedSupplier.class);
        supplier.tellsTheTruth();
        wholeFuses();
        supplier.does("first-hand", (request, nth) -> Deed.clear(supplier.cards(request, request.quantity())));
        supplier.does("second-hand", (request, nth) -> Deed.clear(supplier.cards(request, request.quantity())));
        road.channel().nextRefund = new RefundReply.Settled(RefundOutcome.SUCCESS, "CR");
    }

    /** What went wrong in one story stops no purchase of the next. */
    private static void wholeFuses() {
        road.sql().sql("""
                        insert into supplier_breaker (supplier_id, supplier_sku, open, trips, counted_from, changed_at)
                        select distinct supplier_id, supplier_sku, false, 0, now(), now() from source
                        on conflict (supplier_id, supplier_sku) do update set open = false, trips = 0, opened_at = null,
                          probe_at = null, probe_no = null, counted_from = excluded.counted_from""").update();
    }

    private OrderNo paid(int quantity) {
        var no = road.place(buyer, SKU, quantity);
        road.pay(buyer, no);
        return no;
    }

    private List<PurchaseView> purchases(OrderNo no) {
        return road.bean(SupplyDesk.class).purchases(SUPPORT, no);
    }

    private PurchaseView purchase(OrderNo no) {
        return await().atMost(Road.PATIENCE)
                .until(() -> purchases(no), all -> !all.isEmpty())
                .getLast();
    }

    private long delivered(OrderNo no) {
        return road.count("select count(*) from card where order_no = :no and state = 2", no.value());
    }

    /** The same order, as if it had been paid earlier. */
    private void paidEarlier(OrderNo no, String by) {
        road.sql()
                .sql("update orders set paid_at = paid_at - cast(:by as interval) where no = :no")
                .param("by", by)
                .param("no", no.value())
                .update();
        road.sql()
                .sql(
                        "update purchase set decide_at = decide_at - cast(:by as interval), version = version + 1 where order_no = :no")
                .param("by", by)
                .param("no", no.value())
                .update();
    }

    private void boughtOnce(OrderNo no, int units) {
        assertThat(delivered(no)).isEqualTo(units);
        assertThat(supplier.delivered())
                .containsAll(purchases(no).stream()
                        .filter(purchase -> purchase.delivered() > 0)
                        .map(PurchaseView::purchaseNo)
                        .toList());
        var ofOrder = purchases(no).stream().map(PurchaseView::purchaseNo).toList();
        assertThat(supplier.delivered().stream().filter(ofOrder::contains)).hasSize(1);
        assertThat(road.count(
                        "select count(*) from ledger_transfer where order_no = :no and kind = 'delivered'", no.value()))
                .isOne();
        assertThat(road.count("select coalesce(sum(amount), 0) from ledger_entry where :no <> ''", no.value()))
                .isZero();
    }

    @Test
    @Order(1)
    void what_stock_lacks_is_bought_and_delivered() {
        var no = paid(3);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        boughtOnce(no, 3);
        assertThat(purchase(no).supplier()).isEqualTo(new SupplierId("first-hand"));
    }

    @Test
    @Order(2)
    void a_supplier_that_fails_is_followed_by_the_next_and_one_that_gives_less_by_the_refund_of_the_rest() {
        supplier.does("first-hand", (request, nth) -> Deed.clear(new Failed(Reason.OUT_OF_STOCK, "OUT_OF_STOCK")));
        supplier.does("second-hand", (request, nth) -> Deed.clear(supplier.cards(request, 1)));
        var no = paid(2);
        road.endsAt(SUPPORT, no, "EndEvent_OrderPartlyDelivered");
        boughtOnce(no, 1);
        assertThat(purchases(no))
                .extracting(PurchaseView::state)
                .containsExactly(PurchaseState.FAILED, PurchaseState.PARTIAL);
        assertThat(road.count("select amount_fen from refund where order_no = :no", no.value()))
                .isEqualTo(2940);
    }

    @Test
    @Order(3)
    void an_unclear_purchase_is_asked_about_until_it_is_found() {
        supplier.does(
                "first-hand",
                (request, nth) -> new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT")));
        var no = paid(1);
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchase(no).asked()).isPositive();
    }

    @Test
    @Order(4)
    void news_wakes_a_purchase_before_its_next_question() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Processing("S"));
            return new Deed(supplier.cards(request, request.quantity()), new Processing("S"));
        });
        var no = paid(1);
        var number = purchase(no).purchaseNo();
        await().atMost(Road.PATIENCE).until(() -> purchase(no).asked() >= 3);
        road.standsAt(no.value(), WAIT);
        supplier.tellsTheTruth();
        road.bean(SupplierNews.class).orderChanged(new SupplierId("first-hand"), "E-" + number, number);
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
    }

    @ParameterizedTest
    @Order(5)
    @ValueSource(strings = {"purchase.intended", "purchase.calling", "purchase.called", "purchase.recorded"})
    void whatever_dies_at_a_named_point_the_end_is_the_same(String point) {
        var crashes = road.bean(Crashes.class);
        crashes.at(point, 2);
        var no = paid(2);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        assertThat(crashes.happened(point)).isTrue();
        boughtOnce(no, 2);
        assertThat(purchases(no)).hasSize(1);
    }

    @Test
    @Order(6)
    void an_instance_lost_while_it_waits_for_a_supplier_is_walked_again_without_a_second_purchase() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        road.killInstances(no.value());
        supplier.tellsTheTruth();
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        boughtOnce(no, 1);
        assertThat(purchases(no)).hasSize(1);
    }

    @Test
    @Order(7)
    void a_buyer_who_takes_the_money_gets_it_and_late_goods_go_to_the_sellers_stock() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "31 minutes");
        var desk = road.bean(SupplyDesk.class);
        await().atMost(Road.PATIENCE)
                .until(() -> desk.waiting(buyer, no).orElseThrow().mayTakeRefund());
        desk.acceptRefund(buyer, no);
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        supplier.tellsTheTruth();
        road.sql()
                .sql(
                        "update purchase set ask_at = ask_at - interval '1 hour', version = version + 1 where order_no = :no")
                .param("no", no.value())
                .update();
        await().atMost(Road.PATIENCE).until(() -> purchase(no).toStock() == 1);
        assertThat(delivered(no)).isZero();
        var next = paid(1);
        road.reaches(next, OrderState.DELIVERED);
        assertThat(purchases(next)).as("from stock").isEmpty();
    }

    @Test
    @Order(8)
    void after_a_day_a_person_decides() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(new Failed(Reason.OTHER, "LOST"), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "24 hours");
        var task = road.task(OPERATOR, no.value());
        assertThatThrownBy(() -> road.decide(OPERATOR, task, "next-source")).hasMessage("DECIDE_AT_DESK");
        decide(no, DeskAct.NEXT);
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchases(no)).extracting(PurchaseView::failure).first().isEqualTo("NOT_PLACED_SAYS_STAFF");
        assertThat(road.count(
                        "select count(*) from audit_event where subject_no = :no and what = 'purchase.decided' and actor_account is not null",
                        no.value()))
                .isOne();
        await().atMost(Road.PATIENCE)
                .until(() -> road.count(
                                "select count(*) from task_decision where reference = :no and verdict = 'next-source' and state = 'APPLIED'",
                                no.value())
                        == 1);
    }

    /** At the desk, by two where two are needed. */
    private void decide(OrderNo no, DeskAct act) {
        var desk = road.bean(PurchaseDesk.class);
        var number = purchase(no).purchaseNo();
        var seen = desk.view(OPERATOR, number).previews().stream()
                .filter(preview -> preview.act() == act)
                .findFirst()
                .orElseThrow();
        var result = desk.decide(OPERATOR, number, new PurchaseDesk.Wish(act, seen.token(), "looked at it"));
        if (result == PurchaseDesk.Result.PROPOSED)
            desk.confirm(SECOND, desk.view(SECOND, number).standing().id());
    }

    private OrderNo unclearAndWaiting() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        return no;
    }

    @Test
    @Order(12)
    void what_a_supplier_takes_back_at_an_operators_wish_is_bought_from_the_next() {
        var no = unclearAndWaiting();
        decide(no, DeskAct.CANCEL);
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        boughtOnce(no, 1);
        assertThat(purchases(no)).extracting(PurchaseView::failure).first().isEqualTo("CANCELLED");
    }

    @Test
    @Order(13)
    void a_refund_an_operator_decides_ends_the_wait_though_no_task_asked_for_it() {
        var no = unclearAndWaiting();
        decide(no, DeskAct.REFUND);
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        assertThat(delivered(no)).isZero();
    }

    @Test
    @Order(9)
    void bad_goods_are_a_case_and_never_delivered() {
        supplier.does("first-hand", (request, nth) -> {
            var end = supplier.cards(request, 1);
            return Deed.clear(new Finished(end.supplierOrderNo(), "UP-OTHER", 1, end.cost(), end.items()));
        });
        var no = paid(1);
        road.task(OPERATOR, no.value());
        assertThat(delivered(no)).isZero();
        assertThat(purchase(no).badGoods()).isEqualTo(BadGoods.WRONG_SKU);
        decide(no, DeskAct.REFUND);
        road.reaches(no, OrderState.REFUNDED);
        assertThat(delivered(no)).isZero();
        assertThat(purchase(no).state()).isEqualTo(PurchaseState.BAD_GOODS);
    }

    @Test
    @Order(10)
    void a_supplier_that_answers_while_a_person_thinks_takes_the_case_away() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "24 hours");
        road.task(OPERATOR, no.value());
        supplier.tellsTheTruth();
        road.sql()
                .sql("update purchase set ask_at = :past, version = version + 1 where order_no = :no")
                .param("past", java.sql.Timestamp.from(Instant.now().minusSeconds(600)))
                .param("no", no.value())
                .update();
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        boughtOnce(no, 1);
    }

    @Test
    @Order(11)
    void a_buyer_corrects_a_refused_account_and_is_topped_up() {
        supplier.does(
                "first-hand",
                (request, nth) -> Deed.clear(
                        request.account().get("uid").equals("000000000")
                                ? new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID")
                                : new Finished("S", request.supplierSku(), 1, Money.ofFen(100), List.of())));
        var no = topUp("SW-JK-AV", "jike", "000000000");
        road.pay(buyer, no);
        road.standsAt(no.value(), "Gateway_AccountCorrected");
        road.bean(SupplyDesk.class).correctAccount(buyer, no, Map.of("uid", "123456789"));
        road.reaches(no, OrderState.DELIVERED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderDelivered");
        assertThat(purchases(no))
                .extracting(PurchaseView::state)
                .containsExactly(PurchaseState.FAILED, PurchaseState.SUCCEEDED);
        assertThat(delivered(no)).as("a top-up has no cards").isZero();
    }

    @Test
    @Order(12)
    void an_account_that_nobody_corrects_ends_with_the_refund() {
        supplier.does("first-hand", (request, nth) -> {
            paidADayAgo(request.purchaseNo());
            return Deed.clear(new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID"));
        });
        var no = topUp("ED-ZX-EN", "zhixing", "000000000");
        road.pay(buyer, no);
        road.reaches(no, OrderState.REFUNDED);
        road.endsAt(SUPPORT, no, "EndEvent_OrderRefunded");
        assertThat(supplyEnd(no)).isEqualTo("ACCOUNT_NOT_CORRECTED");
        assertThat(purchases(no)).hasSize(1);
    }

    private static void paidADayAgo(String purchaseNo) {
        road.sql()
                .sql("update orders set paid_at = paid_at - interval '24 hours'"
                        + " where no = (select order_no from purchase where purchase_no = :no)")
                .param("no", purchaseNo)
                .update();
    }

    private static String supplyEnd(OrderNo no) {
        return road.sql()
                .sql("select supply_end from orders where no = :no")
                .param("no", no.value())
                .query(String.class)
                .single();
    }

    @Test
    @Order(13)
    void supply_that_is_called_for_when_the_order_is_over_buys_nothing() {
        var no = road.place(buyer, SKU, 1);
        road.bean(OrderService.class).cancel(buyer, no);
        road.reaches(no, OrderState.CLOSED);
        var late = road.bean(CamundaClient.class)
                .newCreateInstanceCommand()
                .bpmnProcessId(SupplierPurchase.PROCESS_ID)
                .latestVersion()
                .variables(Map.of("businessNo", no.value(), "orderNo", no.value()))
                .send()
                .join();
        await().atMost(Road.PATIENCE)
                .until(() -> ends(late.getProcessInstanceKey()), List.of("EndEvent_RefundedBefore")::equals);
        assertThat(purchases(no)).isEmpty();
    }

    private static List<String> ends(long instance) {
        return road.sql()
                .sql("select element_id from engine.element_event where process_instance_key = :key"
                        + " and element_id like 'EndEvent%' and intent = 'ELEMENT_COMPLETED'")
                .param("key", instance)
                .query(String.class)
                .list();
    }

    @Test
    @Order(14)
    void a_verdict_on_one_purchase_is_no_verdict_on_the_next() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(new Failed(Reason.OTHER, "LOST"), new Unknown("TIMEOUT"));
        });
        supplier.does("second-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Processing("S"));
            return new Deed(supplier.cards(request, request.quantity()), new Processing("S"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "24 hours");
        road.task(OPERATOR, no.value());
        // The next purchase is made when nobody is to be waited for any more.
        paidEarlier(no, "24 hours");
        decide(no, DeskAct.NEXT);
        road.reaches(no, OrderState.REFUNDED);
        assertThat(purchases(no))
                .extracting(PurchaseView::state)
                .containsExactly(PurchaseState.FAILED, PurchaseState.PROCESSING);
        supplier.tellsTheTruth();
        road.sql()
                .sql(
                        "update purchase set ask_at = ask_at - interval '1 hour', version = version + 1 where order_no = :no")
                .param("no", no.value())
                .update();
        await().atMost(Road.PATIENCE).until(() -> purchase(no).toStock() == 1);
        assertThat(delivered(no)).isZero();
    }

    @Test
    @Order(15)
    void an_instance_lost_while_a_person_judges_bad_goods_asks_again_and_ends_once() {
        supplier.does("first-hand", (request, nth) -> {
            var end = supplier.cards(request, 1);
            return Deed.clear(new Finished(end.supplierOrderNo(), "UP-OTHER", 1, end.cost(), end.items()));
        });
        var no = paid(1);
        askedAgain(no);
        decide(no, DeskAct.REFUND);
        road.reaches(no, OrderState.REFUNDED);
        assertThat(purchases(no)).hasSize(1);
        assertThat(delivered(no)).isZero();
        assertThat(road.count("select count(*) from refund where order_no = :no", no.value()))
                .isOne();
    }

    @Test
    @Order(16)
    void an_instance_lost_while_a_person_decides_asks_again_and_buys_once() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(new Failed(Reason.OTHER, "LOST"), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "24 hours");
        askedAgain(no);
        decide(no, DeskAct.NEXT);
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchases(no)).hasSize(2);
    }

    @Test
    @Order(17)
    void an_instance_lost_while_the_buyer_corrects_an_account_waits_for_the_same_correction() {
        supplier.does(
                "first-hand",
                (request, nth) -> Deed.clear(
                        request.account().get("uid").equals("000000001")
                                ? new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID")
                                : new Finished("S", request.supplierSku(), 1, Money.ofFen(100), List.of())));
        var no = topUp("SW-JK-AV", "jike", "000000001");
        road.pay(buyer, no);
        road.standsAt(no.value(), "Gateway_AccountCorrected");
        road.killInstances(no.value());
        await().atMost(Road.PATIENCE)
                .until(() ->
                        road.instancesAt(no.value(), "Gateway_AccountCorrected").isEmpty());
        road.standsAt(no.value(), "Gateway_AccountCorrected");
        road.bean(SupplyDesk.class).correctAccount(buyer, no, Map.of("uid", "123456780"));
        road.reaches(no, OrderState.DELIVERED);
        assertThat(purchases(no))
                .extracting(PurchaseView::state)
                .containsExactly(PurchaseState.FAILED, PurchaseState.SUCCEEDED);
    }

    @Test
    @Order(18)
    void a_broker_that_lost_its_data_buys_nothing_twice() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(supplier.cards(request, request.quantity()), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        road.loseBroker();
        supplier.tellsTheTruth();
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchases(no)).hasSize(1);
    }

    /** The task of the instance that was started again after the one that asked first was lost. */
    private void askedAgain(OrderNo no) {
        var before = road.task(OPERATOR, no.value());
        road.killInstances(no.value());
        await().atMost(Road.PATIENCE)
                .until(() -> road.task(OPERATOR, no.value()), task -> !task.id().equals(before.id()));
    }

    /** Last: what the stories before it have reached. */
    @Test
    @Order(99)
    void every_end_of_the_model_was_reached_on_this_broker() throws IOException {
        var reached = road.sql()
                .sql("select distinct element_id from engine.element_event where intent = 'ELEMENT_COMPLETED'")
                .query(String.class)
                .set();
        try (var model = SupplierPurchase.class.getResourceAsStream("/supplier-purchase.bpmn")) {
            var ends = END.matcher(new String(model.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(ends).isNotEmpty();
            assertThat(reached).containsAll(ends);
        }
    }

    private OrderNo topUp(String sku, String seller, String uid) {
        if (toppedUp.add(sku)) sellsTopUps(sku);
        var orders = road.bean(OrderService.class);
        var wish = new PlaceOrder(
                "top-up-" + sku + uid,
                new SkuId(sku),
                new SellerId(seller),
                1,
                null,
                true,
                orders.noReturnText().version(),
                "10.9.9.9",
                "device-top-up",
                Map.of("uid", uid),
                orders.accountConsentText().version());
        return ((PlaceResult.Placed) orders.place(buyer, wish)).no();
    }

    private static void sellsTopUps(String sku) {
        road.withdrawCards(sku, 0);
        road.sql()
                .sql("update sku set kind = 'DIRECT' where code = :sku")
                .param("sku", sku)
                .update();
        road.sql()
                .sql("insert into account_field values (:sku, 1, 'uid', '账号', 'Account', '[0-9]{9}', '{}')")
                .param("sku", sku)
                .update();
        source(sku, "first-hand", 1);
    }
}
