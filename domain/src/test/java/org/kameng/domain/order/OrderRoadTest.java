package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ledger.Accounts;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;

class OrderRoadTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final Payments payments = shop.bean(Payments.class);
    private final CardVault vault = shop.bean(CardVault.class);
    private final Ledger ledger = shop.bean(Ledger.class);

    @Test
    void a_paid_order_is_delivered_and_its_card_can_be_opened() {
        var offer = shop.offerWithCards(3);
        var buyer = shop.customer();
        var no = shop.placed(buyer, offer, 2);
        var start = payments.beginAttempt(no, Channel.WECHAT);
        payments.prepaid(start.outTradeNo(), "weixin://pay/1");
        assertThat(payments.paymentPage(buyer, no)
                        .orElseThrow()
                        .ways()
                        .getFirst()
                        .codeUrl())
                .isEqualTo("weixin://pay/1");
        assertThat(payments.ofOrder(buyer, no).getFirst().state()).isEqualTo(AttemptState.READY);

        assertThat(shop.pay(no, offer, 2)).isEqualTo(new PaymentReceipt.Confirmed(no));
        assertThat(orders.deliverFromStock(no)).isEqualTo(new DeliveryResult(OrderState.DELIVERED, 2, 0, 0));

        var box = vault.cardBox(buyer, PageRequest.first(10)).rows();
        assertThat(box).hasSize(2).allMatch(card -> card.order().equals(no) && card.firstRevealedAt() == null);
        var card = vault.reveal(buyer, box.getFirst().cardId(), new RevealContext("10.0.0.1", "browser", null));
        assertThat(card.number()).endsWith("-CARD");
        assertThat(card.toString()).doesNotContain("CARD-");
        assertThat(ledger.balance(Accounts.supplierFrozen(offer.seller().value())))
                .isEqualTo(Money.ofFen(-5763));
        assertThat(ledger.sum()).isEqualTo(Money.ZERO);
        assertThat(orders.view(buyer, no).events())
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.PLACED, OrderEvent.Kind.PAID, OrderEvent.Kind.DELIVERED);
        assertThat(orders.ofCustomer(buyer, PageRequest.first(5)).rows()).hasSize(1);
    }

    @Test
    void delivering_twice_gives_the_same_answer_and_no_second_card() {
        var offer = shop.offerWithCards(5);
        var buyer = shop.customer();
        var no = shop.placed(buyer, offer, 2);
        shop.pay(no, offer, 2);

        var first = orders.deliverFromStock(no);
        var sum = ledger.balance(Accounts.supplierFrozen(offer.seller().value()));
        assertThat(orders.deliverFromStock(no)).isEqualTo(first);
        assertThat(vault.ofOrder(buyer, no, PageRequest.first(200)).rows()).hasSize(2);
        assertThat(ledger.balance(Accounts.supplierFrozen(offer.seller().value())))
                .isEqualTo(sum);
    }

    @Test
    void every_visible_change_raises_the_version() {
        var offer = shop.offerWithCards(1);
        var no = shop.placed(shop.customer(), offer, 1);
        var last = version(no.value());
        var start = payments.beginAttempt(no, Channel.WECHAT);
        last = assertRaised(no.value(), last);
        payments.prepaid(start.outTradeNo(), "weixin://x");
        last = assertRaised(no.value(), last);
        shop.pay(no, offer, 1);
        last = assertRaised(no.value(), last);
        orders.deliverFromStock(no);
        assertRaised(no.value(), last);
    }

    private long assertRaised(String no, long before) {
        var now = version(no);
        assertThat(now).isGreaterThan(before);
        return now;
    }

    private long version(String no) {
        return shop.bean(RowVersions.class)
                .versions("order", java.util.List.of(no))
                .get(no);
    }
}
