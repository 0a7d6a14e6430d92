package org.kameng.domain.supplier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.PurchaseReply.Finished;

/** For each test an offer without cards that two suppliers have, at 25 and 26 yuan; the process's jobs are called by hand. */
abstract class TwoSources {
    static final Actor OSCAR = DomainTestContext.person("oscar", Role.OPERATOR);
    private static final AtomicInteger CARDS = new AtomicInteger();

    final ShopFixture shop = new ShopFixture();
    final SupplierShop suppliers = new SupplierShop(shop);
    final OrderService orders = shop.bean(OrderService.class);
    final Purchases purchases = shop.bean(Purchases.class);
    final SupplyDesk supply = shop.bean(SupplyDesk.class);
    final PurchaseDesk desk = shop.bean(PurchaseDesk.class);
    final Refunds refunds = shop.bean(Refunds.class);

    Offer offer;
    SupplierId first;
    SupplierId second;
    Actor buyer;

    @BeforeEach
    void an_offer_with_two_sources_and_no_cards() {
        offer = shop.offer();
        first = suppliers.supplier();
        second = suppliers.supplier();
        suppliers.source(offer, first, 2500);
        suppliers.source(offer, second, 2600);
        buyer = shop.customer();
    }

    /** An order that has been paid and of which stock has given what it had. */
    OrderNo paid(int quantity) {
        var no = shop.placed(buyer, offer, quantity);
        shop.pay(no, offer, quantity);
        orders.deliverFromStock(no);
        return no;
    }

    /** The number of a purchase that is on its way to the supplier. */
    String sent(OrderNo no) {
        shop.context().clock().advance(Duration.ofSeconds(1));
        var purchaseNo = purchases.choose(no).purchaseNo();
        var ticket = purchases.begin(purchaseNo).orElseThrow();
        if (ticket.act() != Purchases.Act.SEND) throw new AssertionError("sent before: " + purchaseNo);
        return purchaseNo;
    }

    static SuppliedItem.Card card(int seq) {
        return new SuppliedItem.Card(seq, "BOUGHT-" + CARDS.incrementAndGet() + "-X", "pw", null, null, null);
    }

    /** That many good cards, charged. */
    Finished cards(int count) {
        var items = new ArrayList<SuppliedItem>();
        for (var seq = 1; seq <= count; seq++) items.add(card(seq));
        return new Finished("S1", "UP-" + offer.sku(), count, Money.ofFen(2500L * count), items);
    }
}
