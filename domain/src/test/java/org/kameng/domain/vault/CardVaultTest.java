package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.LineProblem.ProblemCode;

class CardVaultTest {
    private static final String HEADER = "no,pwd,url,pin,expires_on\n";
    private static final RevealContext HERE = new RevealContext("10.1.2.3", "Firefox on Linux", null);

    private final ShopFixture shop = new ShopFixture();
    private final CardVault vault = shop.bean(CardVault.class);

    @Test
    void the_same_card_in_other_writing_is_a_duplicate_over_all_skus_and_nothing_is_imported() {
        var first = shop.offer();
        var tag = first.sku().value().substring(5);
        assertThat(shop.importCsv(first, HEADER + "ABCD-12" + tag + ",p,,,\n").accepted())
                .isTrue();
        var report = shop.importCsv(shop.offer(), HEADER + "NEW-1-" + tag + ",p,,,\nａｂｃｄ 12" + tag + ",q,,,\n");
        assertThat(report.accepted()).isFalse();
        assertThat(report.imported()).isZero();
        assertThat(report.problems()).containsExactly(new LineProblem(3, "no", ProblemCode.DUPLICATE_IN_STOCK));
        assertThat(shop.importCsv(shop.offer(), HEADER + "NEW-1-" + tag + ",p,,,\n")
                        .accepted())
                .isTrue();
    }

    @Test
    void batches_tell_where_cards_came_from() {
        var offer = shop.offer();
        var report = shop.addCards(offer, 3, "2027-05-01");
        var batch =
                vault.batches(ShopFixture.OPERATOR, PageRequest.first(1)).rows().getFirst();
        assertThat(batch.batchId()).isEqualTo(report.batchId());
        assertThat(batch.fileSha256()).isEqualTo(report.fileSha256()).hasSize(64);
        assertThat(batch.importedBy()).isEqualTo("olga");
        assertThat(batch.available()).isEqualTo(3);
        assertThatThrownBy(() -> vault.importBatch(ShopFixture.SUPPORT, offer.sku(), offer.seller(), "x", null))
                .hasMessageContaining("ACCESS_DENIED");
    }

    @Test
    void twenty_thousand_lines_are_one_batch() {
        var offer = shop.offer();
        var csv = IntStream.range(0, 20_000)
                .mapToObj(i -> "BIG" + offer.sku().value() + "N" + i + ",p,,,")
                .collect(Collectors.joining("\n", HEADER, "\n"));
        assertThat(shop.importCsv(offer, csv).imported()).isEqualTo(20_000);
    }

    @Test
    void a_stranger_is_refused_and_recorded_and_support_needs_a_reason() {
        var buyer = shop.customer();
        var card = deliveredCard(buyer);
        var stranger = shop.customer();
        assertThatThrownBy(() -> vault.reveal(stranger, card, HERE)).hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> vault.reveal(Actor.guest(), card, HERE)).hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> vault.reveal(ShopFixture.OPERATOR, card, HERE)).hasMessageContaining("ACCESS_DENIED");
        assertThat(refusals(card)).isEqualTo(2);
        assertThatThrownBy(() -> vault.reveal(ShopFixture.SUPPORT, card, HERE)).hasMessageContaining("REASON_REQUIRED");
        var look = vault.reveal(ShopFixture.SUPPORT, card, new RevealContext("10.0.0.2", "desk", "D02 check"));
        assertThat(look.firstRevealedAt())
                .as("a look of staff is not the buyer's first reveal")
                .isNull();
    }

    @Test
    void the_first_reveal_is_written_once_and_each_look_is_audited_without_the_secret() {
        var buyer = shop.customer();
        var card = deliveredCard(buyer);
        var first = vault.reveal(buyer, card, HERE);
        shop.context().clock().advance(java.time.Duration.ofMinutes(3));
        var second = vault.reveal(buyer, card, new RevealContext("10.9.9.9", "phone", null));
        assertThat(second.firstRevealedAt()).isEqualTo(first.firstRevealedAt());
        var order = vault.cardBox(buyer, PageRequest.first(1)).rows().getFirst().order();
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        var looks =
                shop.bean(AuditQuery.class).of(auditor, "order", order.value(), PageRequest.first(50)).rows().stream()
                        .filter(row -> row.what().equals("card.revealed"))
                        .toList();
        assertThat(looks).hasSize(2).noneMatch(row -> row.facts().toString().contains(first.number()));
        assertThatThrownBy(() -> shop.context()
                        .sql()
                        .sql("delete from card_first_reveal")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void reveals_are_limited() {
        var buyer = shop.customer();
        var card = deliveredCard(buyer);
        for (var i = 0; i < 60; i++) vault.reveal(buyer, card, HERE);
        assertThatThrownBy(() -> vault.reveal(buyer, card, HERE)).hasMessageContaining("RATE_LIMITED");
    }

    @Test
    void no_column_of_the_vault_holds_a_secret_in_clear() {
        var offer = shop.offer();
        shop.importCsv(offer, HEADER + "CLEAR-" + offer.sku() + ",topsecretpw,,4711,\n");
        for (var table : new String[] {"card", "card_secret", "card_batch", "audit_event"}) {
            var rows = shop.context()
                    .sql()
                    .sql("select count(*) from " + table + " t where position('topsecretpw' in t::text) > 0"
                            + " or position(encode('topsecretpw', 'hex') in t::text) > 0")
                    .query(Integer.class)
                    .single();
            assertThat(rows).as(table).isZero();
        }
    }

    @Test
    void a_delivered_card_never_changes_hands_again() {
        var card = deliveredCard(shop.customer());
        assertThatThrownBy(() -> shop.context()
                        .sql()
                        .sql(
                                "update card set state = 0, order_no = null, line = null, slot = null, owner_id = null, delivered_at = null where id = :id")
                        .param("id", card)
                        .update())
                .hasMessageContaining("delivered for ever");
    }

    private long deliveredCard(Actor buyer) {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(buyer, offer, 1);
        shop.pay(no, offer, 1);
        shop.bean(OrderService.class).deliverFromStock(no);
        return vault.ofOrder(buyer, no, PageRequest.first(200))
                .rows()
                .getFirst()
                .cardId();
    }

    private int refusals(long card) {
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        return shop.bean(AuditQuery.class)
                .of(auditor, "card", String.valueOf(card), PageRequest.first(10))
                .rows()
                .size();
    }
}
