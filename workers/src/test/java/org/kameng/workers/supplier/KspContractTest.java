package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierGateway;

/** KSP/1 against its simulator, and what only it can do. */
class KspContractTest extends SupplierContract {
    @Override
    Counterpart open(Path folder) throws IOException {
        return new Counterpart(folder, "yunduan", Protocol.KSP);
    }

    @Override
    SupplierGateway gateway(Counterpart counterpart) {
        return new KspGateway(counterpart.line, counterpart.clock());
    }

    @Override
    Shop shop() {
        return new Shop("VD-QH-M-CODE", 1850, "VD-QH-M", 1780, true, true);
    }

    @Test
    void the_published_example_has_the_published_signature() {
        var body = "{\"orderNo\":\"KS20261122000001\",\"sku\":\"GM-NEB-100\",\"quantity\":2,\"maxCostFen\":18800,"
                + "\"notifyUrl\":\"http://127.0.0.1:8080/ksp/notify/orders\"}";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(Digests.sha256Hex(bytes))
                .isEqualTo("433ebf3eb99d21f15c363c8aa771878ddcd7f41c14a8d31ab94cd3a3fd325549");
        assertThat(KspSignature.sign(
                        "ksp-demo-secret-0123456789abcdef",
                        "POST",
                        "/ksp/v1/orders",
                        null,
                        "1795334400",
                        "5f3c9a2e7b1d4c60",
                        bytes))
                .isEqualTo("3ad07ac52d534f5ff23e9b2c51fbda6fcd270abe810a5f7ee8a4c33e6c0423c8");
    }

    @Test
    void the_order_of_a_query_makes_no_difference_and_its_content_does() {
        assertThat(signed("b=2&a=1")).isEqualTo(signed("a=1&b=2")).isNotEqualTo(signed("a=1&b=3"));
    }

    private static String signed(String query) {
        return KspSignature.sign("secret", "GET", "/ksp/v1/products", query, "1", "2", Ask.NOTHING);
    }

    @Test
    void a_card_that_was_sealed_for_another_order_does_not_open() {
        other.knobs("{\"somebodyElsesCard\":100}");
        var foreign = finished(buy(cards(2)));
        assertThat(foreign.items())
                .containsExactly(
                        new SuppliedItem.Spoilt(1, SuppliedItem.Fault.BAD_TAG),
                        new SuppliedItem.Spoilt(2, SuppliedItem.Fault.BAD_TAG));
    }

    @Test
    void a_wrong_product_s_card_does_not_open_either() {
        other.knobs("{\"wrongSku\":100}");
        assertThat(finished(buy(cards(1))).items())
                .containsExactly(new SuppliedItem.Spoilt(1, SuppliedItem.Fault.BAD_TAG));
    }

    private PurchaseReply cancel(org.kameng.domain.supplier.PurchaseRequest request, int nth) {
        return gateway.cancel(supplier(), request, request.purchaseNo() + "-C" + nth);
    }

    @Test
    void an_unused_order_is_taken_back_once_and_shown_so() {
        var request = cards(2);
        buy(request);
        assertThat(cancel(request, 1)).isEqualTo(PurchaseReply.Failed.cancelled());
        assertThat(cancel(request, 1)).isEqualTo(PurchaseReply.Failed.cancelled());
        assertThat(other.journal("TAKEN_BACK")).hasSize(1);
        assertThat(gateway.query(supplier(), request)).isEqualTo(new PurchaseReply.Unknown("CANCELLED"));
    }

    @Test
    void a_used_card_is_not_taken_back_and_the_proof_stays_on_record() {
        var request = cards(1);
        buy(request);
        other.control("POST", "/control/orders/" + request.purchaseNo() + "/redeem", "{\"seq\":1,\"state\":\"USED\"}");
        assertThat(cancel(request, 1)).isEqualTo(new PurchaseReply.CancelRefused("USED"));
        assertThat(other.calls.getLast().operation()).isEqualTo("evidence");
        assertThat(finished(gateway.query(supplier(), request)).delivered()).isOne();
    }

    @Test
    void no_proof_or_a_mere_no_is_a_plain_refusal_and_what_is_undecided_is_unclear() {
        var request = cards(1);
        buy(request);
        other.knobs("{\"cancelAnswer\":\"REFUSED\"}");
        assertThat(cancel(request, 1)).isEqualTo(new PurchaseReply.CancelRefused("REFUSED"));
        other.knobs("{\"cancelAnswer\":\"PENDING\",\"processingSeconds\":600}");
        assertThat(cancel(request, 2)).isEqualTo(new PurchaseReply.Unknown("CANCEL_PENDING"));
        other.knobs("{\"badAnswerSignature\":100}");
        assertThat(cancel(request, 3)).isEqualTo(new PurchaseReply.Unknown("BAD_SIGNATURE"));
        other.knobs("{\"badAnswerSignature\":0}");
        assertThat(cancel(cards(1), 1)).isInstanceOf(PurchaseReply.NotFound.class);
    }

    @Test
    void not_found_says_until_when_the_supplier_has_looked() {
        var before = Instant.now().minusSeconds(2);
        var reply = gateway.query(supplier(), cards(1));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        PurchaseReply.NotFound.class,
                        none -> assertThat(none.seenUntil()).isAfter(before));
    }

    @Test
    void cards_are_shown_for_a_day_and_the_fact_for_ever() {
        var request = cards(1);
        buy(request);
        other.supplier.clock().advance(Duration.ofHours(25));
        other.dial = Duration.ofHours(25);
        var later = finished(gateway.query(supplier(), request));
        assertThat(later.delivered()).isEqualTo(1);
        assertThat(later.items()).isEmpty();
    }

    @Test
    void a_password_a_pin_and_an_expiry_come_with_the_card() throws IOException {
        try (var games = new Counterpart(home.resolve("games"), "xingzhou", Protocol.KSP)) {
            var request = games.request("KP2026112200000098", "GM-NEB-30", false, 1, 2850, "");
            var bought = finished(gateway(games).purchase(games.endpoint(), request));
            var card = (SuppliedItem.Card) bought.items().getFirst();
            assertThat(card.number()).matches("NEB[0-9A-HJKMNP-TV-Z]{13}");
            assertThat(card.password()).matches("\\d{16}");
            assertThat(card.expiresOn()).isNull();
        }
        var dated = (SuppliedItem.Card) finished(buy(cards(1))).items().getFirst();
        assertThat(dated.expiresOn()).isAfter(LocalDate.now().plusDays(170));
    }
}
