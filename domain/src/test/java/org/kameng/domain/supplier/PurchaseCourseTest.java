package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.PurchaseReply.Failed;
import org.kameng.domain.supplier.PurchaseReply.Finished;
import org.kameng.domain.supplier.PurchaseReply.NotFound;
import org.kameng.domain.supplier.PurchaseReply.Processing;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseReply.Unknown;
import org.kameng.domain.supplier.SupplyStep.Kind;

/** From "stock gave not enough" to its end, with the process's jobs called by hand. */
class PurchaseCourseTest extends TwoSources {
    private Finished finished(int delivered, SuppliedItem... items) {
        return new Finished("S1", "UP-" + offer.sku(), delivered, Money.ofFen(2500L * delivered), List.of(items));
    }

    private void decide(String purchaseNo, DeskAct act) {
        assertThat(wish(purchaseNo, act)).isEqualTo(PurchaseDesk.Result.DONE);
    }

    /** The supplier's written word that it never took an unclear purchase always takes two. */
    private void decideByTwo(String purchaseNo, DeskAct act) {
        assertThat(wish(purchaseNo, act)).isEqualTo(PurchaseDesk.Result.PROPOSED);
        var proposed = desk.view(OSCAR, purchaseNo).standing();
        assertThat(desk.confirm(OSCAR, proposed.id())).isEqualTo(PurchaseDesk.Result.DONE);
    }

    private PurchaseDesk.Result wish(String purchaseNo, DeskAct act) {
        var seen = desk.view(ShopFixture.OPERATOR, purchaseNo).previews().stream()
                .filter(preview -> preview.act() == act)
                .findFirst()
                .orElseThrow();
        return desk.decide(ShopFixture.OPERATOR, purchaseNo, new PurchaseDesk.Wish(act, seen.token(), "looked at it"));
    }

    private long count(String sql, Object no) {
        return suppliers
                .sql()
                .sql(sql)
                .param("no", no.toString())
                .query(Long.class)
                .single();
    }

    private long delivered(OrderNo no) {
        return count("select count(*) from card where order_no = :no and state = 2", no);
    }

    @Test
    void what_stock_lacks_is_bought_delivered_and_posted_once() {
        shop.addCards(offer, 1, "");
        var no = paid(3);
        assertThat(delivered(no)).isOne();
        var purchaseNo = sent(no);
        assertThat(purchases.choose(no).purchaseNo()).as("walked again").isEqualTo(purchaseNo);
        var request = purchases.begin(purchaseNo).orElseThrow();
        assertThat(request.act()).isEqualTo(Purchases.Act.ASK_THEN_SEND);
        assertThat(request.request().quantity()).isEqualTo(2);
        assertThat(request.request().maxCost()).isEqualTo(Money.ofFen(10000));
        var goods = cards(2);
        assertThat(purchases.record(purchaseNo, goods)).isEqualTo(SupplyStep.ended(SupplyEnd.SUPPLIED));
        assertThat(purchases.record(purchaseNo, goods)).isEqualTo(SupplyStep.ended(SupplyEnd.SUPPLIED));
        assertThat(purchases.choose(no)).isEqualTo(SupplyStep.ended(SupplyEnd.SUPPLIED));
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
        assertThat(delivered(no)).isEqualTo(3);
        assertThat(count("select count(*) from ledger_transfer where order_no = :no and kind = 'delivered'", no))
                .isEqualTo(2);
        assertThat(shop.bean(Ledger.class).sum()).isEqualTo(Money.ZERO);
        assertThat(count("select count(*) from card_batch where purchase_no = :no and file_sha256 is null", purchaseNo))
                .isOne();
        assertThat(refunds.requestForOrder(no, "x")).isEmpty();
    }

    @Test
    void a_supplier_that_failed_is_followed_by_the_sellers_next_and_then_by_the_refund() {
        var no = paid(2);
        var one = sent(no);
        assertThat(purchases
                        .record(one, new Failed(Reason.OUT_OF_STOCK, "OUT_OF_STOCK"))
                        .kind())
                .isEqualTo(Kind.CHOOSE);
        var two = sent(no);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no))
                .extracting(PurchaseView::supplier)
                .containsExactly(first, second);
        assertThat(purchases.record(two, cards(1)).kind()).isEqualTo(Kind.CHOOSE);
        assertThat(delivered(no)).isOne();
        var step = purchases.choose(no);
        assertThat(step).isEqualTo(SupplyStep.giveUp(SupplyEnd.NO_SOURCE));
        assertThat(purchases.end(no, step.end())).isEqualTo(SupplyEnd.NO_SOURCE);
        assertThat(purchases.end(no, SupplyEnd.DECIDED))
                .as("the first reason stays")
                .isEqualTo(SupplyEnd.NO_SOURCE);
        var refund = refunds.requestForOrder(no, "NOT_DELIVERED").orElseThrow();
        refunds.settled(refund, RefundOutcome.SUCCESS, "R", null);
        assertThat(orders.view(buyer, no).refunded()).isEqualTo(offer.price());
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void an_unclear_purchase_is_asked_about_offered_a_refund_for_and_given_to_a_person_but_never_bought_again() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var paidAt = orders.view(buyer, no).paidAt();
        var clock = shop.context().clock();
        assertThat(purchases.record(purchaseNo, new Unknown("TIMEOUT")).kind()).isEqualTo(Kind.WAIT);
        assertThat(purchases.choose(no).purchaseNo()).isEqualTo(purchaseNo);
        assertThat(purchases.begin(purchaseNo).orElseThrow().act()).isEqualTo(Purchases.Act.ASK);
        assertThat(purchases
                        .record(purchaseNo, new Failed(Reason.IDEMPOTENCY_CONFLICT, "IDEMPOTENCY_CONFLICT"))
                        .kind())
                .isEqualTo(Kind.WAIT);
        assertThatThrownBy(() -> supply.acceptRefund(buyer, no))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUND_NOT_OFFERED));
        clock.advance(Duration.ofMinutes(11));
        purchases.record(purchaseNo, new Processing("S9"));
        assertThat(count("select count(*) from supplier_alarm where subject = :no", purchaseNo))
                .isOne();
        clock.advance(Duration.between(clock.instant(), paidAt.plus(Duration.ofMinutes(31))));
        assertThat(purchases.step(purchaseNo).kind()).isEqualTo(Kind.OFFER_REFUND);
        assertThat(purchases.offerRefund(purchaseNo).kind()).isEqualTo(Kind.WAIT);
        assertThat(purchases.offerRefund(purchaseNo).kind()).isEqualTo(Kind.WAIT);
        assertThat(supply.waiting(buyer, no).orElseThrow().mayTakeRefund()).isTrue();
        clock.advance(Duration.ofHours(24));
        assertThat(purchases.step(purchaseNo).kind()).isEqualTo(Kind.DECIDE);
        assertThat(purchases.closeCase(purchaseNo).kind()).isEqualTo(Kind.DECIDE);
        decide(purchaseNo, DeskAct.ASK);
        assertThat(purchases.closeCase(purchaseNo).kind()).isEqualTo(Kind.WAIT);
        clock.advance(Duration.ofHours(24));
        decide(purchaseNo, DeskAct.REFUND);
        assertThat(purchases.closeCase(purchaseNo)).isEqualTo(SupplyStep.ended(SupplyEnd.DECIDED));
        assertThat(count("select count(*) from purchase where order_no = :no", no))
                .isOne();
        assertThat(count("select count(*) from audit_event where subject_no = :no and what = 'purchase.decided'", no))
                .isEqualTo(2);
    }

    @Test
    void goods_that_come_after_the_buyer_took_the_money_are_the_sellers_stock() {
        var no = paid(2);
        var purchaseNo = sent(no);
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        shop.context().clock().advance(Duration.ofMinutes(31));
        purchases.offerRefund(purchaseNo);
        supply.acceptRefund(buyer, no);
        supply.acceptRefund(buyer, no);
        assertThat(shop.context().drain(PurchaseTopics.REFUND_ACCEPTED))
                .filteredOn(m -> m.key().equals(no.value()))
                .hasSize(1);
        assertThat(purchases.step(purchaseNo)).isEqualTo(SupplyStep.giveUp(SupplyEnd.REFUND_ACCEPTED));
        purchases.end(no, SupplyEnd.REFUND_ACCEPTED);
        assertThat(refunds.requestForOrder(no, "x")).isPresent();
        assertThat(purchases.overdue(shop.context().clock().instant(), 1000)).contains(purchaseNo);
        purchases.record(purchaseNo, cards(2));
        assertThat(delivered(no)).isZero();
        assertThat(count(
                        "select count(*) from card c join card_batch b on b.id = c.batch_id where b.purchase_no = :no and c.state = 0",
                        purchaseNo))
                .isEqualTo(2);
        assertThat(count("select count(*) from ledger_transfer where order_no = :no and kind = 'delivered'", no))
                .isZero();
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getFirst().toStock())
                .isEqualTo(2);
        var next = shop.placed(shop.customer(), offer, 2);
        shop.pay(next, offer, 2);
        assertThat(orders.deliverFromStock(next).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void bad_goods_are_never_delivered_and_good_ones_beside_them_are() {
        var known = card(1);
        var before = paid(1);
        purchases.record(sent(before), finished(1, known));
        var no = paid(3);
        var purchaseNo = sent(no);
        var again = new SuppliedItem.Card(1, known.number().toLowerCase(java.util.Locale.ROOT), null, null, null, null);
        var step = purchases.record(
                purchaseNo, finished(3, again, card(2), new SuppliedItem.Spoilt(3, SuppliedItem.Fault.BAD_TAG)));
        assertThat(step.kind()).isEqualTo(Kind.JUDGE);
        assertThat(delivered(no)).isOne();
        assertThat(suppliers
                        .sql()
                        .sql(
                                "select fault from purchase_item where purchase_no = :no and fault is not null order by seq")
                        .param("no", purchaseNo)
                        .query(String.class)
                        .list())
                .containsExactly("KNOWN_CARD", "BAD_TAG");
        assertThat(purchases.choose(no).purchaseNo())
                .as("a person judges before anything else")
                .isEqualTo(purchaseNo);
        assertThat(purchases.begin(purchaseNo)).isEmpty();
        decide(purchaseNo, DeskAct.NEXT);
        assertThat(purchases.closeCase(purchaseNo).kind()).isEqualTo(Kind.CHOOSE);
        purchases.record(sent(no), cards(2));
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
        assertThat(delivered(no)).isEqualTo(3);
    }

    @Test
    void a_wrong_sku_and_a_price_above_the_limit_deliver_nothing() {
        var no = paid(1);
        var wrong = sent(no);
        assertThat(purchases
                        .record(wrong, new Finished("S1", "UP-OTHER", 1, Money.ofFen(2500), List.of(card(1))))
                        .kind())
                .isEqualTo(Kind.JUDGE);
        decide(wrong, DeskAct.NEXT);
        var dear = sent(no);
        assertThat(purchases
                        .record(dear, new Finished("S1", "UP-" + offer.sku(), 1, Money.ofFen(5201), List.of(card(1))))
                        .kind())
                .isEqualTo(Kind.JUDGE);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no))
                .extracting(PurchaseView::badGoods)
                .containsExactly(BadGoods.WRONG_SKU, BadGoods.COST_ABOVE_MAX);
        assertThat(delivered(no)).isZero();
    }

    @Test
    void a_purchase_that_provably_never_arrived_is_followed_by_the_next_source() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var clock = shop.context().clock();
        clock.advance(Duration.ofMinutes(20));
        assertThat(purchases.record(purchaseNo, new NotFound(clock.instant())).kind())
                .isEqualTo(Kind.WAIT);
        clock.advance(Duration.ofMinutes(10));
        assertThat(purchases.record(purchaseNo, new NotFound(clock.instant())).kind())
                .isEqualTo(Kind.CHOOSE);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getFirst().failure())
                .isEqualTo("NOT_PLACED");
    }

    @Test
    void no_purchase_is_larger_than_a_supplier_takes_at_once() {
        var distributor = shop.distributor();
        shop.addCards(offer, 20, "");
        assertThat(orders.place(distributor, shop.wish(offer, 150))).isEqualTo(new PlaceResult.SoldOut(20));
        shop.addCards(offer, 130, "");
        var no = shop.placed(distributor, offer, 150);
        shop.pay(no, offer, 150);
        // What was promised is gone: recalled, or spoilt.
        suppliers
                .sql()
                .sql("update card set state = 3, order_no = null, line = null, slot = null where order_no = :no")
                .param("no", no.value())
                .update();
        orders.deliverFromStock(no);
        var purchaseNo = sent(no);
        assertThat(purchases.begin(purchaseNo).orElseThrow().request().quantity())
                .isEqualTo(100);
    }

    @Test
    void a_verdict_on_one_purchase_is_no_verdict_on_the_next() {
        var no = paid(1);
        var one = sent(no);
        var clock = shop.context().clock();
        purchases.record(one, new Unknown("TIMEOUT"));
        clock.advance(Duration.ofHours(25));
        decideByTwo(one, DeskAct.NEXT);
        var two = sent(no);
        assertThat(purchases.record(two, new Processing("S2")).kind()).isEqualTo(Kind.DECIDE);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getLast().state()).isEqualTo(PurchaseState.PROCESSING);
        decideByTwo(two, DeskAct.NEXT);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getLast().state()).isEqualTo(PurchaseState.FAILED);
    }

    @Test
    void a_purchase_is_sent_again_by_the_time_of_the_second_try_and_never_for_an_order_that_has_ended() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var clock = shop.context().clock();
        clock.advance(Duration.ofHours(1));
        var again = purchases.sendAgain(purchaseNo).orElseThrow();
        assertThat(again.act()).isEqualTo(Purchases.Act.SEND);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getFirst().sentAt())
                .isEqualTo(clock.instant());
        purchases.offerRefund(purchaseNo);
        supply.acceptRefund(buyer, no);
        assertThat(purchases.sendAgain(purchaseNo)).isEmpty();
        purchases.record(purchaseNo, new NotFound(null));
        assertThat(purchases.sendAgain(purchaseNo))
                .as("unclear, never sent again")
                .isEmpty();
    }

    @Test
    void who_is_asked_about_is_leased_so_that_what_fails_keeps_no_other_waiting() {
        var clock = shop.context().clock();
        var first = unclear();
        var second = unclear();
        clock.advance(Duration.ofMinutes(11));
        var asked = new ArrayList<String>();
        for (var times = 0; times < 1000; times++) asked.addAll(purchases.overdue(clock.instant(), 1));
        assertThat(asked).contains(first, second).doesNotHaveDuplicates();
        clock.advance(Duration.ofMinutes(11));
        assertThat(purchases.overdue(clock.instant(), 1000))
                .as("nobody answered")
                .contains(first, second);
    }

    private String unclear() {
        var purchaseNo = sent(paid(1));
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        return purchaseNo;
    }

    @Test
    void an_intent_that_died_while_it_was_sent_is_left_to_its_process_until_the_order_has_ended() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var clock = shop.context().clock();
        clock.advance(Duration.ofMinutes(2));
        assertThat(purchases.overdue(clock.instant(), 1000)).doesNotContain(purchaseNo);
        assertThat(purchases.begin(purchaseNo).orElseThrow().act()).isEqualTo(Purchases.Act.ASK_THEN_SEND);
        purchases.end(no, SupplyEnd.DECIDED);
        assertThat(purchases.overdue(clock.instant(), 1000)).contains(purchaseNo);
    }

    @Test
    void the_sixth_bad_purchase_opens_the_fuse_and_not_the_seventh() {
        for (var bad = 1; bad <= 6; bad++) {
            var no = paid(1);
            var purchaseNo = sent(no);
            assertThat(supply.purchases(ShopFixture.SUPPORT, no).getFirst().supplier())
                    .isEqualTo(first);
            purchases.record(purchaseNo, new Failed(Reason.OUT_OF_STOCK, "OUT_OF_STOCK"));
        }
        var no = paid(1);
        sent(no);
        assertThat(supply.purchases(ShopFixture.SUPPORT, no).getFirst().supplier())
                .isEqualTo(second);
    }

    @Test
    void goods_of_a_purchase_called_failed_come_into_stock_with_an_alarm_once_the_supplier_has_told_of_them() {
        var no = paid(2);
        var purchaseNo = sent(no);
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        var clock = shop.context().clock();
        clock.advance(Duration.ofHours(25));
        decideByTwo(purchaseNo, DeskAct.NEXT);
        assertThat(purchases.ask(purchaseNo)).isEmpty();
        assertThat(purchases.overdue(clock.instant(), 1000)).doesNotContain(purchaseNo);
        shop.bean(SupplierNews.class).orderChanged(first, "E-late", purchaseNo);
        assertThat(purchases.overdue(clock.instant().plusSeconds(1), 1000)).contains(purchaseNo);
        assertThat(purchases.ask(purchaseNo)).isPresent();
        purchases.recordBehind(purchaseNo, new Processing("S1"));
        clock.advance(Duration.ofMinutes(11));
        assertThat(purchases.overdue(clock.instant(), 1000)).as("asked on").contains(purchaseNo);
        var goods = cards(2);
        purchases.recordBehind(purchaseNo, goods);
        purchases.recordBehind(purchaseNo, goods);
        var seen = supply.purchases(ShopFixture.SUPPORT, no).getFirst();
        assertThat(seen.state()).isEqualTo(PurchaseState.FAILED);
        assertThat(seen.toStock()).isEqualTo(2);
        assertThat(delivered(no)).isZero();
        assertThat(count(
                        "select count(*) from supplier_alarm where subject = :no and why = 'CAME_AFTER_FAILED'",
                        purchaseNo))
                .isOne();
        assertThat(purchases.ask(purchaseNo)).as("once").isEmpty();
    }

    @Test
    void a_push_about_a_purchase_that_truly_failed_costs_one_question() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var failed = new Failed(Reason.OUT_OF_STOCK, "OUT_OF_STOCK");
        purchases.record(purchaseNo, failed);
        shop.bean(SupplierNews.class).orderChanged(second, "E-other", purchaseNo);
        assertThat(purchases.ask(purchaseNo)).as("who was not asked").isEmpty();
        shop.bean(SupplierNews.class).orderChanged(first, "E-failed", purchaseNo);
        purchases.recordBehind(purchaseNo, failed);
        assertThat(purchases.ask(purchaseNo)).isEmpty();
        assertThat(count("select count(*) from supplier_alarm where subject = :no", purchaseNo))
                .isZero();
    }

    @Test
    void news_of_an_open_purchase_wakes_its_process_once_and_of_an_ended_one_nobody() {
        var no = paid(1);
        var purchaseNo = sent(no);
        var news = shop.bean(SupplierNews.class);
        news.orderChanged(first, "E1", purchaseNo);
        news.orderChanged(first, "E1", purchaseNo);
        news.orderChanged(second, "E1", purchaseNo);
        assertThat(shop.context().drain(PurchaseTopics.CHANGED))
                .filteredOn(m -> m.key().equals(purchaseNo))
                .hasSize(1);
        purchases.record(purchaseNo, cards(1));
        news.orderChanged(first, "E2", purchaseNo);
        assertThat(shop.context().drain(PurchaseTopics.CHANGED))
                .noneMatch(m -> m.key().equals(purchaseNo));
    }

    @Test
    void an_order_beyond_stock_is_taken_only_when_a_source_could_fill_it() {
        suppliers
                .sql()
                .sql("update source set stock = 2 where supplier_id = :id")
                .param("id", first.value())
                .update();
        suppliers
                .sql()
                .sql("update source set cost_fen = max_cost_fen + 1 where supplier_id = :id")
                .param("id", second.value())
                .update();
        assertThat(orders.place(buyer, shop.wish(offer, 3))).isEqualTo(new PlaceResult.SoldOut(0));
        assertThat(orders.place(buyer, shop.wish(offer, 2))).isInstanceOf(PlaceResult.Placed.class);
        suppliers
                .sql()
                .sql("update source set on_sale = false where supplier_id = :id")
                .param("id", first.value())
                .update();
        assertThat(orders.place(buyer, shop.wish(offer, 1))).isEqualTo(new PlaceResult.SoldOut(0));
    }

    @Test
    void what_came_in_part_may_bring_the_rest_within_a_day_and_nothing_comes_in_twice() {
        suppliers
                .sql()
                .sql("update source set on_sale = false where supplier_id = :id")
                .param("id", second.value())
                .update();
        var no = paid(3);
        var purchaseNo = sent(no);
        var one = card(1);
        assertThat(purchases.record(purchaseNo, finished(1, one)).kind()).isEqualTo(Kind.CHOOSE);
        var clock = shop.context().clock();
        assertThat(purchases.overdue(clock.instant(), 1000)).doesNotContain(purchaseNo);
        clock.advance(Duration.ofMinutes(61));
        assertThat(purchases.overdue(clock.instant(), 1000)).contains(purchaseNo);
        assertThat(purchases.ask(purchaseNo)).isPresent();
        purchases.recordBehind(purchaseNo, finished(1, one));
        assertThat(delivered(no)).isOne();
        purchases.recordBehind(purchaseNo, finished(2, one, card(2)));
        assertThat(delivered(no)).isEqualTo(2);
        purchases.end(no, SupplyEnd.NO_SOURCE);
        purchases.recordBehind(purchaseNo, finished(3, one, card(2), card(3)));
        assertThat(delivered(no)).isEqualTo(2);
        var seen = supply.purchases(ShopFixture.SUPPORT, no).getFirst();
        assertThat(seen.state()).isEqualTo(PurchaseState.SUCCEEDED);
        assertThat(seen.toStock()).isOne();
        assertThat(count("select count(*) from ledger_transfer where order_no = :no and kind = 'delivered'", no))
                .isEqualTo(2);
        assertThat(purchases.ask(purchaseNo)).isEmpty();
    }

    @Test
    void an_open_fuse_is_waited_for_within_the_promised_half_hour_and_no_longer() {
        var no = paid(1);
        var other = paid(1);
        var third = paid(1);
        fuses("update supplier_breaker set open = true, trips = 3, opened_at = :at,"
                + " probe_at = cast(:at as timestamptz) + interval '4 minutes'");
        var clock = shop.context().clock();
        var step = purchases.choose(no);
        assertThat(step.kind()).isEqualTo(Kind.AWAIT_SOURCE);
        assertThat(Duration.between(clock.instant(), step.wakeAt()))
                .isBetween(Duration.ofSeconds(239), Duration.ofMinutes(4));
        assertThat(supply.waiting(buyer, no).orElseThrow().phase()).isEqualTo(SupplyView.Phase.CHOOSING);
        clock.advance(Duration.ofMinutes(5));
        assertThat(purchases.choose(no).kind()).as("one purchase may try").isEqualTo(Kind.BUY);
        assertThat(purchases.choose(other).kind())
                .as("and one at the second source")
                .isEqualTo(Kind.BUY);
        var waiting = purchases.choose(third);
        assertThat(waiting.kind()).isEqualTo(Kind.AWAIT_SOURCE);
        assertThat(Duration.between(clock.instant(), waiting.wakeAt()))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        clock.advance(Duration.ofMinutes(26));
        fuses(
                "update supplier_breaker set probe_at = cast(:at as timestamptz) + interval '4 minutes', probe_no = null");
        assertThat(purchases.choose(third)).isEqualTo(SupplyStep.giveUp(SupplyEnd.NO_SOURCE));
    }

    private void fuses(String sql) {
        var now = org.kameng.domain.shared.SqlTime.of(shop.context().clock().instant());
        for (var supplier : List.of(first, second)) {
            suppliers
                    .sql()
                    .sql("""
                            insert into supplier_breaker (supplier_id, supplier_sku, open, trips, counted_from, changed_at)
                            values (:supplier, :sku, false, 0, :at, :at) on conflict do nothing""")
                    .param("supplier", supplier.value())
                    .param("sku", "UP-" + offer.sku())
                    .param("at", now)
                    .update();
            suppliers
                    .sql()
                    .sql(sql + " where supplier_id = :supplier")
                    .param("supplier", supplier.value())
                    .param("at", now)
                    .update();
        }
    }

    @Test
    void a_case_nobody_decides_gives_the_money_back_and_not_a_moment_before() {
        var no = paid(1);
        var purchaseNo = sent(no);
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        var clock = shop.context().clock();
        clock.advance(Duration.ofHours(47));
        assertThat(purchases.closeCase(purchaseNo).kind()).isEqualTo(Kind.DECIDE);
        clock.advance(Duration.ofHours(2));
        assertThat(purchases.closeCase(purchaseNo)).isEqualTo(SupplyStep.ended(SupplyEnd.DECIDED));
        assertThat(count("select count(*) from audit_event where subject_no = :no and what = 'purchase.undecided'", no))
                .isOne();
    }

    @Test
    void strangers_neither_see_nor_decide() {
        var no = paid(1);
        var stranger = shop.customer();
        for (Runnable act : List.<Runnable>of(
                () -> supply.waiting(stranger, no),
                () -> supply.acceptRefund(stranger, no),
                () -> supply.acceptRefund(ShopFixture.OPERATOR, no),
                () -> supply.correctAccount(stranger, no, Map.of()),
                () -> supply.purchases(stranger, no)))
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(
                            DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }
}
