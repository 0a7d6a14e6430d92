package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.PurchaseReply.Failed;
import org.kameng.domain.supplier.PurchaseReply.Finished;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseReply.Unknown;
import org.kameng.domain.supplier.SupplyStep.Kind;

/** Direct top-ups: no cards, an account under consent, and a buyer who may correct it. */
class TopUpTest {
    private static final Map<String, String> GOOD = Map.of("uid", "123456789", "server", "华东");
    private static final Map<String, String> OTHER = Map.of("uid", "987654321", "server", "华南");

    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final OrderService orders = shop.bean(OrderService.class);
    private final Purchases purchases = shop.bean(Purchases.class);
    private final SupplyDesk desk = shop.bean(SupplyDesk.class);

    private Offer offer;
    private Actor buyer;

    @BeforeEach
    void an_offer_of_a_top_up_with_one_source() {
        offer = shop.offer();
        suppliers.source(offer, suppliers.supplier(), 2500);
        suppliers.direct(offer);
        buyer = shop.customer();
    }

    private PlaceResult place(Map<String, String> account, @Nullable String consent) {
        return place(1, account, consent);
    }

    private PlaceResult place(int quantity, Map<String, String> account, @Nullable String consent) {
        var wish = shop.wish(offer, quantity);
        return orders.place(
                buyer,
                new PlaceOrder(
                        wish.requestId(),
                        wish.sku(),
                        wish.seller(),
                        quantity,
                        null,
                        true,
                        wish.noReturnTextVersion(),
                        wish.ip(),
                        wish.device(),
                        account,
                        consent));
    }

    private OrderNo paid() {
        return paid(1);
    }

    private OrderNo paid(int quantity) {
        var no = ((PlaceResult.Placed)
                        place(quantity, GOOD, orders.accountConsentText().version()))
                .no();
        shop.pay(no, offer, quantity);
        orders.deliverFromStock(no);
        return no;
    }

    private Finished done() {
        return done(1);
    }

    private Finished done(int units) {
        return new Finished("S1", "UP-" + offer.sku(), units, Money.ofFen(2500L * units), List.of());
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void an_account_is_taken_only_complete_and_under_the_current_words() {
        assertThat(place(GOOD, null)).isEqualTo(new PlaceResult.Refused(ErrorCode.ACCOUNT_CONSENT_MISSING, List.of()));
        assertThat(place(GOOD, "2020-01")).isInstanceOf(PlaceResult.Refused.class);
        var words = orders.accountConsentText().version();
        refused(ErrorCode.ACCOUNT_FIELD_INVALID, () -> place(Map.of("uid", "123456789"), words));
        refused(ErrorCode.ACCOUNT_FIELD_INVALID, () -> place(Map.of("uid", "12", "server", "华东"), words));
        refused(ErrorCode.ACCOUNT_FIELD_INVALID, () -> place(Map.of("uid", "123456789", "server", "火星"), words));
        assertThat(place(GOOD, words)).isInstanceOf(PlaceResult.Placed.class);
    }

    @Test
    void a_top_up_goes_to_the_sealed_account_and_delivers_without_cards() {
        var no = paid();
        assertThat(suppliers
                        .sql()
                        .sql("select encode(fields_sealed, 'escape') from order_account where order_no = :no")
                        .param("no", no.value())
                        .query(String.class)
                        .single())
                .doesNotContain("123456789");
        var step = purchases.choose(no);
        var call = purchases.begin(step.purchaseNo()).orElseThrow();
        assertThat(call.request().account()).isEqualTo(GOOD);
        assertThat(call.request().direct()).isTrue();
        assertThat(call.toString()).doesNotContain("123456789");
        assertThat(purchases.record(step.purchaseNo(), done()).end()).isEqualTo(SupplyEnd.SUPPLIED);
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void an_account_that_was_refused_is_corrected_and_bought_for_under_a_new_number() {
        var no = paid();
        var first = purchases.choose(no).purchaseNo();
        purchases.begin(first);
        purchases.record(first, new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID"));
        assertThat(purchases.choose(no).kind()).isEqualTo(Kind.CORRECT_ACCOUNT);
        var waiting = desk.waiting(buyer, no).orElseThrow();
        assertThat(waiting.phase()).isEqualTo(SupplyView.Phase.BUYER);
        assertThat(waiting.accountFields()).hasSize(2);
        assertThat(waiting.mayTakeRefund()).isTrue();
        assertThat(waiting.actBy()).isEqualTo(orders.view(buyer, no).paidAt().plus(Duration.ofHours(24)));
        assertThat(shop.context().drain("sms"))
                .anyMatch(sms -> sms.messageId().equals("order-account-refused:" + no + ":1"));
        refused(ErrorCode.ACCOUNT_FIELD_INVALID, () -> desk.correctAccount(buyer, no, Map.of("uid", "x")));
        desk.correctAccount(buyer, no, OTHER);
        refused(ErrorCode.ACCOUNT_NOT_ASKED, () -> desk.correctAccount(buyer, no, OTHER));
        assertThat(shop.context().drain(PurchaseTopics.ACCOUNT_CORRECTED))
                .anyMatch(m -> m.key().equals(no.value()));
        shop.context().clock().advance(Duration.ofSeconds(1));
        var second = purchases.choose(no).purchaseNo();
        assertThat(second).isNotEqualTo(first);
        assertThat(purchases.begin(second).orElseThrow().request().account()).isEqualTo(OTHER);
        purchases.record(second, done());
        assertThat(shop.state(no)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void an_unclear_top_up_is_not_corrected() {
        var no = paid();
        var first = purchases.choose(no).purchaseNo();
        purchases.begin(first);
        purchases.record(first, new Unknown("TIMEOUT"));
        refused(ErrorCode.ACCOUNT_NOT_ASKED, () -> desk.correctAccount(buyer, no, OTHER));
        assertThat(purchases.begin(first).orElseThrow().request().account()).isEqualTo(GOOD);
    }

    @Test
    void an_account_nobody_corrects_within_a_day_is_given_up() {
        var no = paid();
        var first = purchases.choose(no).purchaseNo();
        purchases.begin(first);
        purchases.record(first, new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID"));
        shop.context().clock().advance(Duration.ofHours(24));
        assertThat(purchases.choose(no)).isEqualTo(SupplyStep.giveUp(SupplyEnd.ACCOUNT_NOT_CORRECTED));
    }

    @Test
    void a_top_up_done_after_the_money_went_back_raises_an_alarm() {
        var no = paid();
        var first = purchases.choose(no).purchaseNo();
        purchases.begin(first);
        purchases.record(first, new Unknown("TIMEOUT"));
        purchases.end(no, SupplyEnd.DECIDED);
        purchases.record(first, done());
        assertThat(shop.state(no)).isEqualTo(OrderState.PAID);
        assertThat(suppliers
                        .sql()
                        .sql(
                                "select count(*) from supplier_alarm where subject = :no and why = 'TOPPED_UP_AFTER_REFUND'")
                        .param("no", first)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** What a supplier says of three units for which it charges so much. */
    private SupplyStep saysThreeFor(String protocol, long fen, OrderNo no) {
        speaks(protocol);
        var purchase = purchases.choose(no).purchaseNo();
        purchases.begin(purchase);
        return purchases.record(purchase, says(3, fen));
    }

    private void speaks(String protocol) {
        suppliers
                .sql()
                .sql(
                        "update supplier set protocol = :protocol where id = (select supplier_id from source s join offer o on o.id = s.offer_id where o.sku_code = :sku)")
                .param("protocol", protocol)
                .param("sku", offer.sku().value())
                .update();
    }

    private void told(long fen) {
        suppliers
                .sql()
                .sql("update source set cost_fen = :fen where offer_id = (select id from offer where sku_code = :sku)")
                .param("fen", fen)
                .param("sku", offer.sku().value())
                .update();
    }

    @ParameterizedTest
    @CsvSource({"FULU, 2500, 1", "FULU, 5000, 2", "GOOFISH, 0, 0", "GOOFISH, 6200, 2"})
    void where_a_protocol_knows_no_part_a_charge_for_fewer_units_is_a_case(String protocol, long fen, int came) {
        var no = paid(3);
        assertThat(saysThreeFor(protocol, fen, no).kind()).isEqualTo(Kind.JUDGE);
        var purchase = desk.purchases(ShopFixture.SUPPORT, no).getFirst();
        assertThat(purchase.badGoods()).isEqualTo(BadGoods.LESS_THAN_SAID);
        assertThat(purchase.delivered()).isEqualTo(came);
        assertThat(desk.waiting(buyer, no).orElseThrow().open()).isEqualTo(3 - came);
    }

    @ParameterizedTest
    @CsvSource({"FULU", "GOOFISH"})
    void a_charge_beyond_all_measure_is_a_case_all_the_same(String protocol) {
        var no = paid(3);
        assertThat(saysThreeFor(protocol, 3_000_000_000_000_000L, no).kind()).isEqualTo(Kind.JUDGE);
        assertThat(desk.purchases(ShopFixture.SUPPORT, no).getFirst().badGoods())
                .isEqualTo(BadGoods.COST_ABOVE_MAX);
    }

    @ParameterizedTest
    @CsvSource({"FULU, 7500", "FULU, 9000", "GOOFISH, 6900", "KSP, 2500"})
    void another_price_or_a_protocol_that_counts_is_no_case(String protocol, long fen) {
        assertThat(saysThreeFor(protocol, fen, paid(3)).end()).isEqualTo(SupplyEnd.SUPPLIED);
    }

    @Test
    void a_top_up_that_came_in_part_waits_a_day_for_the_rest_before_it_is_bought_elsewhere() {
        suppliers.source(offer, suppliers.supplier(), 2600);
        var no = paid(2);
        var first = purchases.choose(no).purchaseNo();
        purchases.begin(first);
        assertThat(purchases.record(first, done(1)).kind()).isEqualTo(Kind.WAIT);
        assertThat(purchases.choose(no).purchaseNo()).as("walked again").isEqualTo(first);
        assertThat(desk.waiting(buyer, no).orElseThrow().phase()).isEqualTo(SupplyView.Phase.SUPPLIER);
        var clock = shop.context().clock();
        clock.advance(Duration.ofHours(1));
        assertThat(purchases.step(first).kind()).isEqualTo(Kind.OFFER_REFUND);
        assertThat(purchases.offerRefund(first).kind()).isEqualTo(Kind.WAIT);
        assertThat(purchases.record(first, done(1)).wakeAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(23));
        assertThat(purchases.step(first).kind()).isEqualTo(Kind.CHOOSE);
        assertThat(desk.waiting(buyer, no).orElseThrow().phase()).isEqualTo(SupplyView.Phase.CHOOSING);
        assertThat(purchases.choose(no).purchaseNo()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"GOOFISH, 5000, 7500, 3", "FULU, 1250, 2500, 1"})
    void a_charge_is_counted_at_the_price_of_the_intent(String protocol, long priceNow, long charge, int came) {
        var no = paid(3);
        speaks(protocol);
        var purchase = purchases.choose(no).purchaseNo();
        purchases.begin(purchase);
        told(priceNow);
        purchases.record(purchase, says(3, charge));
        assertThat(desk.purchases(ShopFixture.SUPPORT, no).getFirst().delivered())
                .isEqualTo(came);
    }

    @Test
    void the_rest_of_a_top_up_for_which_too_little_is_charged_is_named_once() {
        var no = paid(3);
        speaks("FULU");
        var purchase = purchases.choose(no).purchaseNo();
        purchases.begin(purchase);
        purchases.record(purchase, says(1, 2500));
        for (var hour = 0; hour < 3; hour++) purchases.record(purchase, says(3, 5000));
        var seen = desk.purchases(ShopFixture.SUPPORT, no).getFirst();
        assertThat(seen.delivered()).isEqualTo(2);
        assertThat(seen.badGoods()).isEqualTo(BadGoods.LESS_THAN_SAID);
        assertThat(suppliers
                        .sql()
                        .sql("select count(*) from supplier_alarm where subject = ? and why = 'LESS_THAN_SAID'")
                        .param(purchase)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_rest_that_is_dearer_than_allowed_is_named_and_not_owed() {
        var no = paid(3);
        var purchase = purchases.choose(no).purchaseNo();
        purchases.begin(purchase);
        purchases.record(purchase, says(1, 2500));
        purchases.record(purchase, says(3, 90_000));
        var seen = desk.purchases(ShopFixture.SUPPORT, no).getFirst();
        assertThat(seen.badGoods()).isEqualTo(BadGoods.COST_ABOVE_MAX);
        assertThat(seen.cost()).isEqualTo(Money.ofFen(2500));
        assertThat(seen.delivered()).isOne();
    }

    @Test
    void a_buyer_whose_accounts_are_refused_again_and_again_gets_the_money_back() {
        var no = paid();
        for (var round = 1; round < PurchaseRules.MOST_ACCOUNTS; round++) {
            refuseAccount(no);
            assertThat(purchases.choose(no).kind()).isEqualTo(SupplyStep.Kind.CORRECT_ACCOUNT);
            desk.correctAccount(buyer, no, round % 2 == 0 ? GOOD : OTHER);
        }
        refuseAccount(no);
        refused(ErrorCode.ACCOUNT_REFUSED_TOO_OFTEN, () -> desk.correctAccount(buyer, no, GOOD));
        assertThat(desk.waiting(buyer, no).orElseThrow().mayTakeRefund()).isTrue();
        assertThat(purchases.choose(no)).isEqualTo(SupplyStep.giveUp(SupplyEnd.ACCOUNT_NOT_CORRECTED));
    }

    private void refuseAccount(OrderNo no) {
        shop.context().clock().advance(Duration.ofSeconds(1));
        var purchase = purchases.choose(no).purchaseNo();
        purchases.begin(purchase);
        purchases.record(purchase, new Failed(Reason.ACCOUNT_INVALID, "ACCOUNT_INVALID"));
    }

    private Finished says(int units, long charge) {
        return new Finished("S1", "UP-" + offer.sku(), units, Money.ofFen(charge), List.of());
    }

    @Test
    void the_rest_of_a_top_up_ends_the_wait_whoever_asked() {
        var asked = paid(2);
        var first = purchases.choose(asked).purchaseNo();
        purchases.begin(first);
        purchases.record(first, done(1));
        assertThat(purchases.record(first, done(2)).end()).isEqualTo(SupplyEnd.SUPPLIED);
        var swept = paid(2);
        var second = purchases.choose(swept).purchaseNo();
        purchases.begin(second);
        purchases.record(second, done(1));
        purchases.recordBehind(second, done(2));
        assertThat(shop.state(swept)).isEqualTo(OrderState.DELIVERED);
        assertThat(shop.context().drain(PurchaseTopics.SETTLED))
                .filteredOn(m -> m.key().equals(second))
                .hasSize(1);
    }

    @Test
    void an_intent_whose_order_moved_on_is_never_sent() {
        var no = paid();
        var first = purchases.choose(no).purchaseNo();
        purchases.end(no, SupplyEnd.DECIDED);
        assertThat(purchases.begin(first)).isEmpty();
        assertThat(desk.purchases(ShopFixture.SUPPORT, no).getFirst().failure()).isEqualTo("NEVER_SENT");
    }
}
