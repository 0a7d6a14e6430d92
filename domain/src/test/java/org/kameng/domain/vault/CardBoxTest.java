package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.vault.BoxFilter.Show;

class CardBoxTest {
    private static final RevealContext HERE = new RevealContext("10.1.2.3", "Firefox", null);
    private final ShopFixture shop = new ShopFixture(DomainTestContext.farAhead());
    private final CardVault vault = shop.bean(CardVault.class);
    private final CardBox box = shop.bean(CardBox.class);

    @Test
    void cards_are_counted_and_found_by_what_happened_to_them() {
        var buyer = shop.customer();
        deliver(buyer, 10);
        deliver(buyer, 200);
        var seen = deliver(buyer, 300);
        vault.reveal(buyer, seen.cardId(), HERE);
        assertThat(box.counts(buyer, BoxFilter.ALL)).isEqualTo(new BoxCounts(3, 2, 1, 1, 0));
        assertThat(shown(buyer, Show.VIEWED)).containsExactly(seen.cardId());
        assertThat(shown(buyer, Show.NEW)).hasSize(2).doesNotContain(seen.cardId());
        shop.context().clock().advance(Duration.ofDays(11));
        assertThat(box.counts(buyer, BoxFilter.ALL)).isEqualTo(new BoxCounts(3, 1, 1, 0, 1));
        assertThat(shown(buyer, Show.EXPIRED)).hasSize(1);
    }

    @Test
    void a_look_of_staff_leaves_a_card_new_and_the_owners_look_does_not() {
        var buyer = shop.customer();
        var card = deliver(buyer, 200);
        vault.reveal(ShopFixture.SUPPORT, card.cardId(), new RevealContext("10.0.0.2", "desk", "D02 check"));
        assertThat(box.counts(buyer, BoxFilter.ALL).fresh()).isEqualTo(1);
        vault.reveal(buyer, card.cardId(), HERE);
        assertThat(box.counts(buyer, BoxFilter.ALL).fresh()).isZero();
    }

    @Test
    void an_open_box_is_told_of_each_card_and_each_first_look_also_of_one_that_is_committed_late() {
        var buyer = shop.customer();
        var seen = new ArrayList<Long>(List.of(version(buyer)));
        var card = deliver(buyer, 200);
        seen.add(version(buyer));
        deliver(buyer, 200);
        seen.add(version(buyer));
        vault.reveal(buyer, card.cardId(), HERE);
        seen.add(version(buyer));
        vault.reveal(buyer, card.cardId(), HERE);
        assertThat(version(buyer)).as("looked at again").isEqualTo(seen.getLast());
        shop.context().clock().advance(Duration.ofMinutes(5));
        var late = deliver(buyer, 200);
        seen.add(version(buyer));
        shop.context()
                .sql()
                .sql("insert into card_first_reveal (card_id, revealed_at, revealed_by, ip_sealed, device_sealed)"
                        + " values (:card, :at, :by, '', '')")
                .param("card", late.cardId())
                .param("at", SqlTime.of(shop.context().clock().instant().minusSeconds(301)))
                .param("by", buyer.requireAccount().value())
                .update();
        seen.add(version(buyer));
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    private long version(Actor owner) {
        var no = owner.requireAccount().toString();
        return shop.bean(RowVersions.class).versions("cards", List.of(no)).get(no);
    }

    @Test
    void products_are_groups_and_names_and_order_numbers_find_them() {
        var buyer = shop.customer();
        var first = shop.offerWithCards(3);
        shop.delivered(buyer, first, 3);
        shop.context().clock().advance(Duration.ofMinutes(1));
        var no = shop.delivered(buyer, shop.offerWithCards(1), 1);
        var groups = box.groups(buyer, BoxFilter.ALL, PageRequest.first(10)).rows();
        assertThat(groups).extracting(BoxGroup::cards).containsExactly(1, 3);
        assertThat(groups).extracting(BoxGroup::fresh).containsExactly(1, 3);
        assertThat(box.cards(buyer, BoxFilter.ALL.of(groups.getLast().product()), PageRequest.first(2)))
                .satisfies(slice -> assertThat(slice.more()).isTrue());
        assertThat(found(buyer, no.value().substring(0, 14).toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(1);
        assertThat(found(buyer, "测试")).isEqualTo(4);
        assertThat(found(buyer, "test CARD")).isEqualTo(4);
        assertThat(found(buyer, "%")).isZero();
        assertThat(found(buyer, "no such")).isZero();
    }

    @Test
    void each_card_says_how_to_use_it_and_until_when_it_can_be_complained_about() {
        var buyer = shop.customer();
        var offer = shop.offerWithCards(1);
        shop.context()
                .sql()
                .sql("update sku set after_sales_days = 7, guide_zh = '打开游戏' where code = :sku")
                .param("sku", offer.sku().value())
                .update();
        shop.delivered(buyer, offer, 1);
        var card = box.cards(buyer, BoxFilter.ALL, PageRequest.first(1)).rows().getFirst();
        assertThat(card.guideZh()).isEqualTo("打开游戏");
        assertThat(card.afterSalesUntil()).isEqualTo(card.deliveredAt().plus(Duration.ofDays(7)));
        assertThat(deliver(buyer, 200).afterSalesUntil())
                .as("thirty days unless the SKU says otherwise")
                .isEqualTo(shop.context().clock().instant().plus(Duration.ofDays(30)));
    }

    @Test
    void a_stranger_finds_nothing_and_is_refused_an_order_and_guests_have_no_box() {
        var buyer = shop.customer();
        var no = shop.delivered(buyer, shop.offerWithCards(1), 1);
        var stranger = shop.customer();
        assertThat(box.counts(stranger, BoxFilter.ALL).all()).isZero();
        assertThatThrownBy(() -> box.cards(stranger, BoxFilter.ofOrder(no), PageRequest.first(1)))
                .hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> box.counts(Actor.guest(), BoxFilter.ALL)).hasMessageContaining("ACCESS_DENIED");
    }

    @Test
    void an_order_of_many_cards_is_read_a_page_at_a_time_in_its_own_order() {
        var buyer = shop.customer();
        var no = shop.delivered(buyer, shop.offerWithCards(20), 20);
        var second = box.cards(buyer, BoxFilter.ofOrder(no), new PageRequest(8, 8));
        assertThat(second.rows()).extracting(CardBoxRow::slot).containsExactly(9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(second.more()).isTrue();
    }

    private CardBoxRow deliver(Actor buyer, int daysLeft) {
        var offer = shop.offer();
        var expires = ShopTime.today(shop.context().clock()).plusDays(daysLeft);
        shop.addCards(offer, 1, expires.toString());
        var no = shop.delivered(buyer, offer, 1);
        return vault.ofOrder(buyer, no, PageRequest.first(200)).rows().getFirst();
    }

    private java.util.List<Long> shown(Actor buyer, Show show) {
        return box.cards(buyer, new BoxFilter(show, "", null, null), PageRequest.first(50)).rows().stream()
                .map(CardBoxRow::cardId)
                .toList();
    }

    private int found(Actor buyer, String text) {
        var filter = new BoxFilter(Show.ALL, text, null, null);
        assertThat(box.counts(buyer, filter).all())
                .isEqualTo(
                        box.cards(buyer, filter, PageRequest.first(50)).rows().size());
        return box.counts(buyer, filter).all();
    }
}
