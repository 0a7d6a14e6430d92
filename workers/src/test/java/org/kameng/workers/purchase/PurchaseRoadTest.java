package org.kameng.workers.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.kameng.domain.supplier.Protocol;
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
import org.kameng.processes.inbox.TaskRow;
import org.kameng.workers.order.Road;
import org.kameng.workers.purchase.ScriptedSupplier.Deed;

/** What stock cannot give, on a real broker: bought once, whatever dies and whatever the supplier says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurchaseRoadTest {
    private static final String SKU = "GM-NEB-30";
    private static final String WAIT = "Gateway_SupplierAnswered";
    private static final Actor SUPPORT = Road.staff(Role.SUPPORT_AGENT);
    private static final Actor OPERATOR = Road.staff(Role.OPERATOR);

    private static Road road;

    private Actor buyer;
    private ScriptedSupplier supplier;

    @BeforeAll
    static void start() {
        road = new Road();
        road.withdrawCards(SKU, 0);
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
                        where sku_code = :sku on conflict do nothing""")
                .param("supplier", supplier)
                .param("preference", preference)
                .param("sku", sku)
                .update();
    }

    @BeforeEach
    void a_buyer_comes_and_suppliers_deliver() {
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
        road.decide(OPERATOR, road.task(OPERATOR, no.value()), "next-source");
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchases(no)).extracting(PurchaseView::failure).first().isEqualTo("NOT_PLACED_SAYS_STAFF");
        assertThat(road.count(
                        "select count(*) from audit_event where subject_no = :no and what = 'purchase.decided' and actor_account is not null",
                        no.value()))
                .isOne();
    }

    @Test
    @Order(9)
    void bad_goods_are_a_case_and_never_delivered() {
        supplier.does("first-hand", (request, nth) -> {
            var end = supplier.cards(request, 1);
            return Deed.clear(new Finished(end.supplierOrderNo(), "UP-OTHER", 1, end.cost(), end.items()));
        });
        var no = paid(1);
        var task = road.task(OPERATOR, no.value());
        assertThat(delivered(no)).isZero();
        assertThat(purchase(no).badGoods()).isEqualTo(BadGoods.WRONG_SKU);
        road.decide(OPERATOR, task, "give-up");
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
        var no = topUp("SW-JK-AV", "000000000");
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
    void an_instance_lost_while_a_person_judges_bad_goods_asks_again_and_ends_once() {
        supplier.does("first-hand", (request, nth) -> {
            var end = supplier.cards(request, 1);
            return Deed.clear(new Finished(end.supplierOrderNo(), "UP-OTHER", 1, end.cost(), end.items()));
        });
        var no = paid(1);
        road.decide(OPERATOR, askedAgain(no), "give-up");
        road.reaches(no, OrderState.REFUNDED);
        assertThat(purchases(no)).hasSize(1);
        assertThat(delivered(no)).isZero();
        assertThat(road.count("select count(*) from refund where order_no = :no", no.value()))
                .isOne();
    }

    @Test
    @Order(13)
    void an_instance_lost_while_a_person_decides_asks_again_and_buys_once() {
        supplier.does("first-hand", (request, nth) -> {
            supplier.tells(request.purchaseNo(), new Unknown("TIMEOUT"));
            return new Deed(new Failed(Reason.OTHER, "LOST"), new Unknown("TIMEOUT"));
        });
        var no = paid(1);
        road.standsAt(no.value(), WAIT);
        paidEarlier(no, "24 hours");
        road.decide(OPERATOR, askedAgain(no), "next-source");
        road.reaches(no, OrderState.DELIVERED);
        boughtOnce(no, 1);
        assertThat(purchases(no)).hasSize(2);
    }

    @Test
    @Order(14)
    void an_instance_lost_while_the_buyer_corrects_an_account_waits_for_the_same_correction() {
        supplier.does(
                "first-hand",
                (request, nth) -> Deed.clear(
                        request.account().get("uid").equals("000000001")
                                ? new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID")
                                : new Finished("S", request.supplierSku(), 1, Money.ofFen(100), List.of())));
        var no = topUp("SW-JK-AV", "000000001");
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
    @Order(15)
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
    private TaskRow askedAgain(OrderNo no) {
        var before = road.task(OPERATOR, no.value());
        road.killInstances(no.value());
        return await().atMost(Road.PATIENCE)
                .until(() -> road.task(OPERATOR, no.value()), task -> !task.id().equals(before.id()));
    }

    private OrderNo topUp(String sku, String uid) {
        road.withdrawCards(sku, 0);
        road.sql()
                .sql("update sku set kind = 'DIRECT' where code = :sku")
                .param("sku", sku)
                .update();
        road.sql()
                .sql(
                        "insert into account_field values (:sku, 1, 'uid', '账号', 'Account', '[0-9]{9}', '{}') on conflict do nothing")
                .param("sku", sku)
                .update();
        source(sku, "first-hand", 1);
        var orders = road.bean(OrderService.class);
        var wish = new PlaceOrder(
                "top-up-" + uid,
                new SkuId(sku),
                new SellerId("jike"),
                1,
                true,
                orders.noReturnText().version(),
                "10.9.9.9",
                "device-top-up",
                Map.of("uid", uid),
                orders.accountConsentText().version());
        return ((PlaceResult.Placed) orders.place(buyer, wish)).no();
    }
}
