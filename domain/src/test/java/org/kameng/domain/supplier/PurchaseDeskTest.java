package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.DeskFilter.Look;
import org.kameng.domain.supplier.PurchaseDesk.Result;
import org.kameng.domain.supplier.PurchaseDesk.Wish;
import org.kameng.domain.supplier.PurchasePreview.Outcome;
import org.kameng.domain.supplier.PurchasePreview.Then;
import org.kameng.domain.supplier.PurchasePreview.When;
import org.kameng.domain.supplier.PurchaseReply.Failed;
import org.kameng.domain.supplier.PurchaseReply.Finished;
import org.kameng.domain.supplier.PurchaseReply.Processing;
import org.kameng.domain.supplier.PurchaseReply.Unknown;
import org.kameng.domain.supplier.SupplyStep.Kind;

/** What an operator is shown is what then happens, above a limit by two, and on no other state than the one that was shown. */
class PurchaseDeskTest extends TwoSources {
    private static final Actor OLGA = ShopFixture.OPERATOR;
    private static final Actor ADA = DomainTestContext.person("ada", Role.AUDITOR);
    private static final PageRequest PAGE = PageRequest.first(50);

    private String unclear(int quantity) {
        var purchaseNo = sent(paid(quantity));
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        return purchaseNo;
    }

    private String dueAndUnclear(int quantity) {
        var purchaseNo = unclear(quantity);
        shop.context().clock().advance(Duration.ofHours(25));
        return purchaseNo;
    }

    private String bad(OrderNo no) {
        var purchaseNo = sent(no);
        purchases.record(purchaseNo, new Finished("S", "UP-OTHER", 1, Money.ofFen(2500), List.of()));
        return purchaseNo;
    }

    private PurchasePreview preview(String purchaseNo, DeskAct act) {
        return desk.view(OLGA, purchaseNo).previews().stream()
                .filter(preview -> preview.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(PurchasePreview preview, When when) {
        return preview.outcomes().stream()
                .filter(outcome -> outcome.when() == when)
                .findFirst()
                .orElseThrow();
    }

    private Wish wish(String purchaseNo, DeskAct act) {
        return new Wish(act, preview(purchaseNo, act).token(), "called them");
    }

    private Result decide(Actor by, String purchaseNo, DeskAct act) {
        return desk.decide(by, purchaseNo, wish(purchaseNo, act));
    }

    private List<Entry> posted(OrderNo no, String kind) {
        return suppliers
                .sql()
                .sql("""
                        select e.account, e.amount from ledger_entry e join ledger_transfer t on t.id = e.transfer_id
                        where t.order_no = :no and t.kind = :kind""")
                .param("no", no.value())
                .param("kind", kind)
                .query((row, n) -> new Entry(row.getString(1), row.getLong(2)))
                .list();
    }

    private long count(String sql, Object no) {
        return suppliers
                .sql()
                .sql(sql)
                .param("no", no.toString())
                .query(Long.class)
                .single();
    }

    private OrderNo order(String purchaseNo) {
        return desk.view(OLGA, purchaseNo).row().purchase().order();
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void the_refund_that_was_shown_is_the_refund_that_is_made() {
        var purchaseNo = unclear(2);
        var no = order(purchaseNo);
        var shown = outcome(preview(purchaseNo, DeskAct.REFUND), When.AT_ONCE);
        assertThat(shown.then()).isEqualTo(Then.REFUNDS);
        assertThat(shown.money()).isEqualTo(offer.price().times(2));
        assertThat(decide(OLGA, purchaseNo, DeskAct.REFUND)).isEqualTo(Result.DONE);
        assertThat(purchases.step(purchaseNo)).isEqualTo(SupplyStep.ended(SupplyEnd.DECIDED));
        var refund = refunds.requestForOrder(no, "DECIDED").orElseThrow();
        refunds.settled(refund, RefundOutcome.SUCCESS, "R", null);
        assertThat(posted(no, "refunded")).containsExactlyInAnyOrderElementsOf(shown.entries());
        purchases.recordBehind(purchaseNo, cards(2));
        assertThat(desk.view(OLGA, purchaseNo).row().purchase().toStock())
                .as("late goods are the seller's, as was shown")
                .isEqualTo(2);
    }

    @Test
    void goods_that_come_after_a_question_post_what_was_shown() {
        var purchaseNo = unclear(2);
        var no = order(purchaseNo);
        var shown = outcome(preview(purchaseNo, DeskAct.ASK), When.DELIVERED);
        assertThat(shown.units()).isEqualTo(2);
        assertThat(decide(OLGA, purchaseNo, DeskAct.ASK)).isEqualTo(Result.DONE);
        assertThat(purchases.ask(purchaseNo).orElseThrow().act()).isEqualTo(Purchases.Act.ASK);
        purchases.record(purchaseNo, cards(2));
        assertThat(posted(no, "delivered")).containsExactlyInAnyOrderElementsOf(shown.entries());
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void what_the_supplier_takes_back_is_bought_from_the_source_that_was_shown() {
        var purchaseNo = unclear(1);
        var no = order(purchaseNo);
        var shown = outcome(preview(purchaseNo, DeskAct.CANCEL), When.AGREED);
        assertThat(shown.then()).isEqualTo(Then.BUYS);
        assertThat(shown.supplier()).isEqualTo(second.value());
        assertThat(decide(OLGA, purchaseNo, DeskAct.CANCEL)).isEqualTo(Result.DONE);
        var call = purchases.ask(purchaseNo).orElseThrow();
        assertThat(call.act()).isEqualTo(Purchases.Act.CANCEL);
        assertThat(call.cancelNo()).isEqualTo(purchaseNo + "-C1");
        assertThat(purchases.choose(no).purchaseNo())
                .as("nothing is bought before the supplier has agreed")
                .isEqualTo(purchaseNo);
        assertThat(purchases.record(purchaseNo, new Unknown("TIMEOUT")).kind()).isEqualTo(Kind.WAIT);
        assertThat(purchases.ask(purchaseNo).orElseThrow().cancelNo()).isEqualTo(purchaseNo + "-C1");
        assertThat(purchases.record(purchaseNo, Failed.cancelled()).kind()).isEqualTo(Kind.CHOOSE);
        var next = sent(no);
        assertThat(desk.view(OLGA, next).row().purchase().supplier()).isEqualTo(second);
        purchases.record(next, cards(1));
        assertThat(posted(no, "delivered")).containsExactlyInAnyOrderElementsOf(shown.entries());
    }

    @Test
    void a_supplier_that_takes_nothing_back_is_asked_on_and_a_second_wish_has_another_number() {
        var purchaseNo = unclear(1);
        decide(OLGA, purchaseNo, DeskAct.CANCEL);
        assertThat(desk.view(OLGA, purchaseNo).previews())
                .extracting(PurchasePreview::act)
                .doesNotContain(DeskAct.CANCEL);
        assertThat(purchases
                        .record(purchaseNo, new PurchaseReply.CancelRefused("USED"))
                        .kind())
                .isEqualTo(Kind.WAIT);
        assertThat(purchases.ask(purchaseNo).orElseThrow().act()).isEqualTo(Purchases.Act.ASK);
        assertThat(desk.view(OLGA, purchaseNo).row().cancelRefused()).isEqualTo("USED");
        decide(OLGA, purchaseNo, DeskAct.CANCEL);
        assertThat(purchases.ask(purchaseNo).orElseThrow().cancelNo()).isEqualTo(purchaseNo + "-C2");
    }

    @Test
    void a_decision_on_a_state_that_has_passed_is_refused_and_the_new_preview_is_there() {
        var purchaseNo = unclear(1);
        var stale = wish(purchaseNo, DeskAct.REFUND);
        purchases.record(purchaseNo, new Unknown("HTTP_500"));
        assertThat(wish(purchaseNo, DeskAct.REFUND))
                .as("a further question is no news")
                .isEqualTo(stale);
        suppliers
                .sql()
                .sql("update source set on_sale = false where supplier_id = :id")
                .param("id", second.value())
                .update();
        var elsewhere = wish(purchaseNo, DeskAct.CANCEL);
        suppliers
                .sql()
                .sql("update source set on_sale = true where supplier_id = :id")
                .param("id", second.value())
                .update();
        assertRefused(ErrorCode.PREVIEW_STALE, () -> desk.decide(OLGA, purchaseNo, elsewhere));
        purchases.record(purchaseNo, cards(1));
        assertRefused(ErrorCode.PREVIEW_STALE, () -> desk.decide(OLGA, purchaseNo, stale));
        assertThat(desk.view(OLGA, purchaseNo).previews()).isEmpty();
        assertThat(count("select count(*) from purchase_decision where purchase_no = :no", purchaseNo))
                .isZero();
    }

    @Test
    void the_same_decision_again_is_the_same_decision() {
        var purchaseNo = unclear(1);
        var wish = wish(purchaseNo, DeskAct.REFUND);
        assertThat(desk.decide(OLGA, purchaseNo, wish)).isEqualTo(Result.DONE);
        assertThat(desk.decide(OLGA, purchaseNo, wish)).isEqualTo(Result.DONE);
        assertThat(count("select count(*) from purchase_decision where purchase_no = :no", purchaseNo))
                .isOne();
        assertThat(shop.context().drain(PurchaseTopics.DECIDED))
                .filteredOn(message -> message.key().equals(purchaseNo))
                .singleElement()
                .satisfies(message -> {
                    var id = ((Number) message.payload().get("decision")).longValue();
                    var given = desk.given(id).orElseThrow();
                    assertThat(given.by().is(OLGA.requireAccount())).isTrue();
                    assertThat(given.act()).isEqualTo(DeskAct.REFUND);
                });
    }

    @Test
    void above_the_limit_a_second_person_confirms_on_the_very_same_preview() {
        var purchaseNo = unclear(20);
        var no = order(purchaseNo);
        var shown = preview(purchaseNo, DeskAct.REFUND);
        assertThat(shown.twoPeople()).isTrue();
        assertThat(decide(OLGA, purchaseNo, DeskAct.REFUND)).isEqualTo(Result.PROPOSED);
        assertThat(decide(OLGA, purchaseNo, DeskAct.REFUND)).isEqualTo(Result.PROPOSED);
        assertThat(purchases.step(purchaseNo).kind()).as("nothing is done yet").isEqualTo(Kind.WAIT);
        var proposal = desk.view(OSCAR, purchaseNo).standing();
        assertThat(proposal).isNotNull();
        assertRefused(ErrorCode.FOUR_EYES, () -> desk.confirm(OLGA, proposal.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.confirm(ADA, proposal.id()));
        assertRefused(ErrorCode.PROPOSAL_WAITS, () -> decide(OSCAR, purchaseNo, DeskAct.CANCEL));
        assertThat(desk.confirm(OSCAR, proposal.id())).isEqualTo(Result.DONE);
        assertThat(desk.confirm(OSCAR, proposal.id())).isEqualTo(Result.DONE);
        assertThat(purchases.step(purchaseNo)).isEqualTo(SupplyStep.ended(SupplyEnd.DECIDED));
        for (var what : Map.of("purchase.proposed", 1, "purchase.decided", 1).entrySet())
            assertThat(count(
                            "select count(*) from audit_event where subject_no = :no and what = '" + what.getKey()
                                    + "'",
                            no))
                    .isEqualTo(what.getValue().longValue());
        assertThat(count(
                        "select count(*) from audit_event where subject_no = :no and what = 'access.refused'",
                        purchaseNo))
                .isOne();
    }

    @Test
    void a_proposal_on_a_state_that_has_passed_cannot_be_confirmed_but_be_replaced() {
        var purchaseNo = unclear(20);
        decide(OLGA, purchaseNo, DeskAct.CANCEL);
        var proposal = desk.view(OSCAR, purchaseNo).standing();
        shop.context().clock().advance(Duration.ofHours(25));
        assertThat(desk.view(OSCAR, purchaseNo).standingStale()).isTrue();
        assertRefused(ErrorCode.PREVIEW_STALE, () -> desk.confirm(OSCAR, proposal.id()));
        assertThat(desk.view(OSCAR, purchaseNo).standing())
                .as("still there to be read")
                .isNotNull();
        assertThat(decide(OSCAR, purchaseNo, DeskAct.REFUND)).isEqualTo(Result.PROPOSED);
        assertThat(desk.view(OSCAR, purchaseNo).decisions())
                .extracting(PurchaseDecision::state)
                .containsExactly(PurchaseDecision.State.PROPOSED, PurchaseDecision.State.OVERTAKEN);
    }

    @Test
    void a_proposal_is_declined_with_a_reason_and_nothing_happens() {
        var purchaseNo = unclear(20);
        decide(OLGA, purchaseNo, DeskAct.REFUND);
        var proposal = desk.view(OSCAR, purchaseNo).standing();
        assertRefused(ErrorCode.REASON_REQUIRED, () -> desk.decline(OSCAR, proposal.id(), " "));
        desk.decline(OSCAR, proposal.id(), "they answer within the hour");
        desk.decline(OSCAR, proposal.id(), "again");
        assertThat(desk.view(OLGA, purchaseNo).standing()).isNull();
        assertThat(desk.view(OLGA, purchaseNo).decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.decidedReason()).isEqualTo("they answer within the hour"));
        assertThat(purchases.step(purchaseNo).kind()).isEqualTo(Kind.WAIT);
        assertRefused(ErrorCode.PREVIEW_STALE, () -> desk.confirm(OSCAR, proposal.id()));
    }

    @Test
    void an_unclear_purchase_is_bought_elsewhere_only_on_the_suppliers_written_word_and_by_two() {
        var purchaseNo = unclear(1);
        assertThat(desk.view(OLGA, purchaseNo).previews())
                .extracting(PurchasePreview::act)
                .containsExactly(DeskAct.ASK, DeskAct.CANCEL, DeskAct.REFUND);
        shop.context().clock().advance(Duration.ofHours(25));
        var shown = preview(purchaseNo, DeskAct.NEXT);
        assertThat(shown.writtenProof()).isTrue();
        assertThat(shown.twoPeople()).as("small as it is").isTrue();
        assertThat(decide(OLGA, purchaseNo, DeskAct.NEXT)).isEqualTo(Result.PROPOSED);
        desk.confirm(OSCAR, desk.view(OSCAR, purchaseNo).standing().id());
        assertThat(purchases.closeCase(purchaseNo).kind()).isEqualTo(Kind.CHOOSE);
    }

    @Test
    void bad_goods_are_bought_elsewhere_or_refunded() {
        var no = paid(1);
        var wrong = bad(no);
        assertThat(desk.view(OLGA, wrong).row().advice())
                .isEqualTo(new Advice(DeskAct.NEXT, Advice.Why.BAD_AND_OTHER_SOURCE));
        assertThat(decide(OLGA, wrong, DeskAct.NEXT)).isEqualTo(Result.DONE);
        var again = bad(no);
        assertThat(desk.view(OLGA, again).row().advice())
                .isEqualTo(new Advice(DeskAct.REFUND, Advice.Why.BAD_AND_NO_SOURCE));
        assertThat(outcome(preview(again, DeskAct.NEXT), When.AT_ONCE).then()).isEqualTo(Then.REFUNDS);
        decide(OLGA, again, DeskAct.REFUND);
        assertThat(purchases.closeCase(again)).isEqualTo(SupplyStep.ended(SupplyEnd.DECIDED));
        assertThat(desk.view(OLGA, again).previews()).isEmpty();
    }

    @Test
    void what_a_supplier_is_still_at_is_not_advised_to_be_taken_back() {
        var purchaseNo = sent(paid(1));
        purchases.record(purchaseNo, new Processing("S1"));
        shop.context().clock().advance(Duration.ofHours(1));
        purchases.offerRefund(purchaseNo);
        assertThat(desk.view(OLGA, purchaseNo).row().advice()).isEqualTo(new Advice(DeskAct.ASK, Advice.Why.LONG));
        purchases.record(purchaseNo, new Unknown("TIMEOUT"));
        assertThat(desk.view(OLGA, purchaseNo).row().advice())
                .isEqualTo(new Advice(DeskAct.CANCEL, Advice.Why.LONG_AND_CANCELS));
    }

    @Test
    void after_the_refund_what_is_still_out_there_is_better_taken_back() {
        var purchaseNo = unclear(1);
        decide(OLGA, purchaseNo, DeskAct.REFUND);
        var view = desk.view(OLGA, purchaseNo);
        assertThat(view.row().advice()).isEqualTo(new Advice(DeskAct.CANCEL, Advice.Why.ORDER_OVER_AND_CANCELS));
        assertThat(outcome(preview(purchaseNo, DeskAct.CANCEL), When.AGREED).then())
                .isEqualTo(Then.NOTHING);
        assertThat(decide(OLGA, purchaseNo, DeskAct.CANCEL)).isEqualTo(Result.DONE);
        purchases.recordBehind(purchaseNo, Failed.cancelled());
        assertThat(desk.view(OLGA, purchaseNo).row().purchase().failure()).isEqualTo("CANCELLED");
    }

    @Test
    void the_list_has_the_unclear_first_the_oldest_of_them_before_the_younger_and_nothing_that_is_well() {
        var badOne = bad(paid(1));
        var young = unclear(1);
        shop.context().clock().advance(Duration.ofMinutes(1));
        var younger = unclear(1);
        var processing = sent(paid(1));
        purchases.record(processing, new PurchaseReply.Processing("S"));
        var part = sent(paid(2));
        purchases.record(part, cards(1));
        var well = sent(paid(1));
        purchases.record(well, cards(1));
        shop.context().clock().advance(Duration.ofMinutes(2));
        var mine = desk.list(OLGA, mine(Look.ALL, null), PAGE).rows().stream()
                .map(row -> row.purchase().purchaseNo())
                .toList();
        assertThat(mine).containsExactly(young, younger, badOne, processing, part);
        assertThat(desk.list(ADA, mine(Look.BAD_GOODS, null), PAGE).rows()).hasSize(1);
        assertThat(desk.list(OLGA, mine(Look.ALL, Duration.ofMinutes(3)), PAGE).rows())
                .extracting(row -> row.purchase().purchaseNo())
                .containsExactly(young, badOne);
        assertThat(desk.list(OLGA, new DeskFilter(Look.ALL, null, null, younger), PAGE)
                        .rows())
                .hasSize(1);
        assertThat(desk.count(OLGA).all()).isGreaterThanOrEqualTo(5);
        assertThat(desk.list(OLGA, mine(Look.PROPOSED, null), PAGE).rows()).isEmpty();
    }

    private DeskFilter mine(Look look, Duration olderThan) {
        return new DeskFilter(look, first, olderThan, null);
    }

    @Test
    void operators_decide_auditors_look_and_nobody_decides_on_the_own_order() {
        var purchaseNo = dueAndUnclear(1);
        var wish = wish(purchaseNo, DeskAct.REFUND);
        for (var stranger : List.of(ADA, ShopFixture.SUPPORT, ShopFixture.FINANCE, buyer))
            assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.decide(stranger, purchaseNo, wish));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.list(ShopFixture.FINANCE, DeskFilter.ALL, PAGE));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.view(buyer, purchaseNo));
        assertThat(desk.view(ADA, purchaseNo).previews()).isNotEmpty();
        var buyingOperator = new Actor(buyer.account(), "buys too", java.util.Set.of(Role.OPERATOR));
        assertRefused(ErrorCode.FOUR_EYES, () -> desk.decide(buyingOperator, purchaseNo, wish));
        assertRefused(
                ErrorCode.REASON_REQUIRED,
                () -> desk.decide(OLGA, purchaseNo, new Wish(DeskAct.REFUND, wish.token(), " ")));
    }
}
