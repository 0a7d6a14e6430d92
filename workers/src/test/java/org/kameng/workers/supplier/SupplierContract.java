package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.kameng.domain.supplier.SupplierProduct;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every adapter promises, whatever its wire; each protocol's test plays it against its own simulator. */
abstract class SupplierContract {
    private static final String PHONE = "13800000001";
    private static final String NOBODY = "13800000000";
    private static final String ABROAD = "17091234567";

    @TempDir
    Path home;

    Counterpart other;
    SupplierGateway gateway;
    private final Set<String> cards = new HashSet<>();
    private int numbers;

    abstract Counterpart open(Path folder) throws IOException;

    abstract SupplierGateway gateway(Counterpart counterpart);

    /** A product with cards, what one unit costs, and a direct top-up. */
    abstract Shop shop();

    record Shop(String card, long cardFen, String direct, long directFen, boolean answersAreSigned, boolean pushes) {}

    @BeforeEach
    void start() throws IOException {
        other = open(home);
        gateway = gateway(other);
    }

    @AfterEach
    void nothing_secret_was_written_down_and_all_closes() throws IOException {
        var endpoint = other.endpoint();
        for (var call : other.calls) {
            var text = call.request() + call.response() + call.outcome();
            assertThat(text).doesNotContain(PHONE, NOBODY, ABROAD);
            endpoint.secrets().forEach(secret -> assertThat(text).doesNotContain(secret));
            cards.forEach(card -> assertThat(text).doesNotContain(card));
        }
        other.close();
    }

    final SupplierEndpoint supplier() {
        return other.endpoint();
    }

    private String number() {
        return "KP20261122%06d".formatted(++numbers);
    }

    final PurchaseRequest cards(int quantity) {
        return other.request(number(), shop().card(), false, quantity, shop().cardFen() * quantity, "");
    }

    private PurchaseRequest topUp(String phone) {
        return other.request(number(), shop().direct(), true, 1, shop().directFen(), phone);
    }

    final PurchaseReply buy(PurchaseRequest request) {
        var reply = gateway.purchase(supplier(), request);
        if (reply instanceof PurchaseReply.Finished finished) {
            numbersOf(finished).forEach(cards::add);
        }
        return reply;
    }

    final PurchaseReply.Finished finished(PurchaseReply reply) {
        assertThat(reply).isInstanceOf(PurchaseReply.Finished.class);
        var finished = (PurchaseReply.Finished) reply;
        numbersOf(finished).forEach(cards::add);
        return finished;
    }

    static List<String> numbersOf(PurchaseReply.Finished finished) {
        return finished.items().stream()
                .filter(SuppliedItem.Card.class::isInstance)
                .map(item -> ((SuppliedItem.Card) item).number())
                .toList();
    }

    private static void assertFailed(PurchaseReply reply, Reason reason) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        PurchaseReply.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    static void assertUnknown(PurchaseReply reply, String code) {
        assertThat(reply).isEqualTo(new PurchaseReply.Unknown(code));
    }

    private <T> T known(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<T>) answer).value();
    }

    private Money balance() {
        return known(gateway.balance(supplier())).balance();
    }

    @Test
    void a_protocol_that_cannot_take_back_says_so_without_a_call() {
        if (gateway.protocol().cancels()) return;
        var before = other.calls.size();
        assertThat(gateway.cancel(supplier(), cards(1), "C1"))
                .isEqualTo(new PurchaseReply.CancelRefused("NOT_IN_PROTOCOL"));
        assertThat(other.calls).hasSize(before);
    }

    @Test
    void an_adapter_names_its_own_door_or_none() {
        var url = other.publicUrl();
        var doors = gateway.purchaseDoor(url)
                .map(door -> door.toString().substring(url.toString().length()));
        assertThat(doors.orElse(""))
                .isEqualTo(
                        switch (gateway.protocol()) {
                            case KSP -> KspDoor.ORDERS;
                            case GOOFISH -> GoofishDoor.ORDERS;
                            case FULU -> "";
                        });
    }

    @Test
    void cards_come_at_once_and_cost_what_the_list_says() {
        var before = balance();
        var bought = finished(buy(cards(2)));
        assertThat(bought.supplierSku()).isEqualTo(shop().card());
        assertThat(bought.delivered()).isEqualTo(2);
        assertThat(bought.cost()).isEqualTo(Money.ofFen(2 * shop().cardFen()));
        assertThat(numbersOf(bought)).hasSize(2).doesNotHaveDuplicates();
        assertThat(bought.supplierOrderNo()).isNotBlank();
        assertThat(balance()).isEqualTo(before.minus(bought.cost()));
        assertThat(other.calls.getLast().outcome()).isEqualTo("OK");
        assertThat(other.calls)
                .anySatisfy(call -> assertThat(call.outcome() + call.status()).isEqualTo("SUCCEEDED200"));
    }

    @Test
    void a_top_up_has_no_cards() {
        var done = finished(buy(topUp(PHONE)));
        assertThat(done.delivered()).isEqualTo(1);
        assertThat(done.items()).isEmpty();
        assertThat(done.cost()).isEqualTo(Money.ofFen(shop().directFen()));
    }

    @Test
    void what_takes_time_is_processing_until_it_is_done() {
        other.knobs("{\"processingSeconds\":60}");
        var request = cards(1);
        assertThat(buy(request)).isInstanceOf(PurchaseReply.Processing.class);
        assertThat(gateway.query(supplier(), request)).isInstanceOf(PurchaseReply.Processing.class);
        other.supplier.clock().advance(Duration.ofSeconds(61));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> gateway.query(supplier(), request) instanceof PurchaseReply.Finished);
        assertThat(numbersOf(finished(gateway.query(supplier(), request)))).hasSize(1);
    }

    @Test
    void a_part_is_delivered_and_charged_as_a_part() {
        other.knobs("{\"partial\":100}");
        var before = balance();
        var part = finished(gateway.purchase(
                supplier(), other.request(number(), shop().card(), false, 5, shop().cardFen() * 5, "")));
        assertThat(part.delivered()).isEqualTo(3);
        assertThat(numbersOf(part)).hasSize(3);
        assertThat(part.cost()).isEqualTo(Money.ofFen(3 * shop().cardFen()));
        assertThat(balance()).isEqualTo(before.minus(part.cost()));
    }

    @Test
    void nothing_in_stock_is_a_refusal_that_stands() {
        other.product(shop().card(), "{\"stock\":0}");
        var request = cards(1);
        assertFailed(buy(request), Reason.OUT_OF_STOCK);
        other.product(shop().card(), "{\"stock\":50}");
        assertFailed(buy(request), Reason.OUT_OF_STOCK);
        assertFailed(gateway.query(supplier(), request), Reason.OUT_OF_STOCK);
        assertThat(buy(cards(1))).isInstanceOf(PurchaseReply.Finished.class);
    }

    @Test
    void off_sale_is_a_refusal() {
        other.product(shop().card(), "{\"onSale\":false}");
        assertFailed(buy(cards(1)), Reason.OFF_SALE);
        assertFailed(buy(other.request(number(), "NO-SUCH-SKU", false, 1, 100, "")), Reason.OFF_SALE);
    }

    @Test
    void a_price_above_our_limit_is_refused_and_costs_nothing() {
        var before = balance();
        assertFailed(
                buy(other.request(number(), shop().card(), false, 2, shop().cardFen() * 2 - 1, "")),
                Reason.COST_EXCEEDED);
        other.knobs("{\"priceJump\":100}");
        assertFailed(buy(cards(1)), Reason.COST_EXCEEDED);
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void an_empty_balance_is_a_refusal() {
        other.control("POST", "/control/balance", "{\"balanceFen\":1}");
        assertFailed(buy(cards(1)), Reason.INSUFFICIENT_BALANCE);
        assertThat(balance()).isEqualTo(Money.ofFen(1));
    }

    @Test
    void an_account_that_is_malformed_or_nobody_s_is_refused() {
        assertFailed(buy(topUp("123")), Reason.ACCOUNT_INVALID);
        var before = balance();
        var nobody = topUp(NOBODY);
        buy(nobody);
        assertFailed(gateway.query(supplier(), nobody), Reason.ACCOUNT_INVALID);
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void a_region_that_is_not_served_is_refused() {
        assertFailed(buy(topUp(ABROAD)), Reason.REGION_NOT_SUPPORTED);
    }

    @Test
    void the_same_request_again_is_the_same_purchase() {
        var request = cards(2);
        var first = finished(buy(request));
        var before = balance();
        assertThat(buy(request)).isEqualTo(first);
        assertThat(gateway.query(supplier(), request)).isEqualTo(first);
        assertThat(balance()).isEqualTo(before);
        assertThat(other.journal("ACCEPTED")).hasSize(1);
    }

    @Test
    void the_same_number_for_something_else_is_a_conflict() {
        var first = cards(2);
        buy(first);
        var changed = other.request(first.purchaseNo(), shop().card(), false, 3, shop().cardFen() * 3, "");
        assertFailed(buy(changed), Reason.IDEMPOTENCY_CONFLICT);
        assertThat(other.journal("ACCEPTED")).hasSize(1);
    }

    @Test
    void a_purchase_that_was_done_in_silence_is_found_by_asking() {
        other.knobs("{\"timeoutAfterSuccess\":100}");
        var request = cards(1);
        assertUnknown(buy(request), "TIMEOUT");
        other.knobs("{\"timeoutAfterSuccess\":0}");
        var found = finished(gateway.query(supplier(), request));
        assertThat(numbersOf(found)).hasSize(1);
        assertThat(buy(request)).isEqualTo(found);
        assertThat(other.journal("ACCEPTED")).hasSize(1);
    }

    @Test
    void an_answer_that_breaks_off_is_unknown() {
        other.knobs("{\"timeoutAfterSuccess\":100,\"holdMs\":0}");
        assertUnknown(buy(cards(1)), "BROKEN_OFF");
    }

    @Test
    void a_purchase_that_never_arrived_is_not_found_and_not_failed() {
        other.knobs("{\"neverAnswers\":100}");
        var request = cards(1);
        assertUnknown(buy(request), "TIMEOUT");
        other.knobs("{\"neverAnswers\":0}");
        assertThat(gateway.query(supplier(), request)).isInstanceOf(PurchaseReply.NotFound.class);
        assertThat(other.journal("ACCEPTED")).isEmpty();
    }

    @Test
    void a_supplier_that_fails_or_asks_for_patience_is_unknown() {
        other.knobs("{\"http500\":100}");
        assertUnknown(buy(cards(1)), "HTTP_500");
        other.knobs("{\"http500\":0,\"limited\":100}");
        assertThat(buy(cards(1))).isInstanceOf(PurchaseReply.Unknown.class);
        assertThat(gateway.balance(supplier())).isInstanceOf(Answer.Unknown.class);
        assertThat(other.journal("ACCEPTED")).isEmpty();
    }

    @Test
    void slow_is_fine_and_too_slow_is_unknown() {
        other.knobs("{\"slowMs\":300}");
        assertThat(buy(cards(1))).isInstanceOf(PurchaseReply.Finished.class);
        other.knobs("{\"slowMs\":2500}");
        assertUnknown(buy(cards(1)), "TIMEOUT");
    }

    @Test
    void nobody_listening_is_unknown() throws IOException {
        var gone = supplier();
        other.supplier.close();
        assertUnknown(gateway.purchase(gone, cards(1)), "NO_CONNECTION");
    }

    @Test
    void nothing_goes_in_clear_to_another_machine() {
        var known = supplier();
        var far = new SupplierEndpoint(
                known.supplier(),
                known.protocol(),
                URI.create("http://supplier.invalid:9"),
                known.key(),
                known.secrets(),
                known.cardKey());
        assertUnknown(gateway.purchase(far, cards(1)), "NOT_ENCRYPTED");
    }

    @Test
    void cards_of_another_product_are_never_taken_for_ours() {
        other.knobs("{\"wrongSku\":100}");
        var wrong = finished(buy(cards(1)));
        assertThat(wrong.supplierSku()).isNotEqualTo(shop().card());
        assertThat(other.journal("SUCCEEDED")).hasSize(1);
    }

    @Test
    void a_card_that_does_not_open_is_spoilt() {
        other.knobs("{\"badTag\":100}");
        var spoilt = finished(buy(cards(1)));
        assertThat(spoilt.items()).hasSize(1).allMatch(SuppliedItem.Spoilt.class::isInstance);
    }

    @Test
    void a_card_that_comes_twice_shows_the_same_number() {
        var first = finished(buy(cards(1)));
        other.knobs("{\"sameCardTwice\":100}");
        assertThat(numbersOf(finished(buy(cards(1))))).isEqualTo(numbersOf(first));
    }

    @Test
    void a_supplier_whose_clock_is_off_is_told_apart() {
        other.knobs("{\"clockSkewSeconds\":400}");
        assertUnknown(buy(cards(1)), "CLOCK_OFF");
        assertThat(gateway.balance(supplier())).isEqualTo(new Answer.Unknown<>("CLOCK_OFF"));
        other.knobs("{\"clockSkewSeconds\":200}");
        assertThat(buy(cards(1))).isInstanceOf(PurchaseReply.Finished.class);
        assertThat(other.journal("ACCEPTED")).hasSize(1);
    }

    @Test
    void an_old_secret_lives_until_it_is_retired() {
        var old = supplier();
        other.knobs("{\"rotateSecret\":true}");
        var both = supplier();
        assertThat(both.secrets()).hasSize(2).endsWith(old.secrets().getFirst());
        assertThat(gateway.purchase(old, cards(1))).isInstanceOf(PurchaseReply.Finished.class);
        assertThat(gateway.purchase(both, cards(1))).isInstanceOf(PurchaseReply.Finished.class);
        other.knobs("{\"rotateSecret\":false}");
        assertUnknown(gateway.purchase(old, cards(1)), "SIGNATURE_REFUSED");
        assertThat(gateway.balance(old)).isEqualTo(new Answer.Unknown<>("SIGNATURE_REFUSED"));
        assertThat(gateway.purchase(supplier(), cards(1))).isInstanceOf(PurchaseReply.Finished.class);
    }

    @Test
    void an_answer_about_another_order_is_unknown() {
        other.knobs("{\"foreignNumber\":100}");
        var request = cards(1);
        assertUnknown(buy(request), "ANSWER_OF_ANOTHER_ORDER");
        assertUnknown(gateway.query(supplier(), request), "ANSWER_OF_ANOTHER_ORDER");
    }

    @Test
    void an_answer_that_is_not_signed_by_the_supplier_is_unknown() {
        other.knobs("{\"badAnswerSignature\":100}");
        if (shop().answersAreSigned()) {
            assertUnknown(buy(cards(1)), "BAD_SIGNATURE");
            assertThat(gateway.balance(supplier())).isEqualTo(new Answer.Unknown<>("BAD_SIGNATURE"));
        } else {
            assertThat(buy(cards(1))).isInstanceOf(PurchaseReply.Finished.class);
        }
    }

    @Test
    void the_whole_list_is_read_page_by_page() {
        other.knobs("{\"largestPage\":2}");
        var all = new ArrayList<SupplierProduct>();
        String cursor = null;
        do {
            var page = known(gateway.products(supplier(), cursor));
            assertThat(page.products()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.products());
            cursor = page.next();
        } while (cursor != null && all.size() < 100);
        assertThat(all).extracting(SupplierProduct::sku).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        var card = all.stream()
                .filter(p -> p.sku().equals(shop().card()))
                .findFirst()
                .orElseThrow();
        assertThat(card.cost()).isEqualTo(Money.ofFen(shop().cardFen()));
        assertThat(card.direct()).isFalse();
        assertThat(card.onSale()).isTrue();
        var direct = all.stream()
                .filter(p -> p.sku().equals(shop().direct()))
                .findFirst()
                .orElseThrow();
        assertThat(direct.direct()).isTrue();
        assertThat(direct.accountSchema()).hasSize(1);
    }

    @Test
    void one_product_is_shown_as_it_is_now_and_a_stranger_s_is_not_there() {
        other.product(shop().card(), "{\"costFen\":12345,\"stock\":0,\"onSale\":false}");
        var product = known(gateway.product(supplier(), shop().card())).orElseThrow();
        assertThat(product.cost()).isEqualTo(Money.ofFen(12345));
        assertThat(product.stock()).isZero();
        assertThat(product.onSale()).isFalse();
        assertThat(known(gateway.product(supplier(), shop().direct())))
                .hasValueSatisfying(topUp -> assertThat(topUp.direct()).isTrue());
        assertThat(known(gateway.product(supplier(), "NO SUCH SKU"))).isEmpty();
    }

    @Test
    void changes_are_pushed_where_the_protocol_pushes() {
        assertThat(known(gateway.subscribe(supplier(), other.publicUrl()))).isEqualTo(shop().pushes());
        other.knobs("{\"processingSeconds\":60}");
        var request = cards(1);
        buy(request);
        other.supplier.clock().advance(Duration.ofSeconds(61));
        await().until(() -> gateway.query(supplier(), request) instanceof PurchaseReply.Finished);
        other.product(shop().card(), "{\"costFen\":11111}");
        if (shop().pushes()) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(other.news)
                            .extracting(Counterpart.News::subject)
                            .containsExactlyInAnyOrder(request.purchaseNo(), shop().card()));
            assertThat(other.refused).isEmpty();
        } else {
            assertThat(other.news).isEmpty();
        }
    }

    @Test
    void nobody_is_asked_while_a_connection_is_held() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            assertThatIllegalStateException().isThrownBy(() -> gateway.balance(supplier()));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
