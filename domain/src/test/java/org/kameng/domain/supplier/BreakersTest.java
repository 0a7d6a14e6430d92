package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.springframework.transaction.support.TransactionTemplate;

/** The fuse between us and a supplier's SKU. */
class BreakersTest {
    private static final PurchaseNo PROBE = new PurchaseNo("PROBE00001");
    private static final PurchaseNo OTHER = new PurchaseNo("PROBE00002");

    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final Breakers breakers = shop.bean(Breakers.class);
    private final TransactionTemplate transaction = shop.bean(TransactionTemplate.class);

    private final SupplierId supplier = suppliers.supplier();
    private final Offer offer = shop.offer();
    private final long source = suppliers.source(offer, supplier, 2500);
    private final String sku = "UP-" + offer.sku();
    private final PurchaseRows rows = new PurchaseRows(suppliers, offer);

    @Test
    void half_of_the_latest_purchases_bad_opens_it_and_fewer_do_not() {
        for (var i = 0; i < 3; i++) good();
        bad();
        bad();
        assertThat(mayBuy(OTHER)).as("2 of 5").isTrue();
        bad();
        assertThat(mayBuy(OTHER)).as("3 of 6").isFalse();
    }

    @Test
    void what_the_buyer_or_our_purse_caused_does_not_count() {
        for (var i = 0; i < 8; i++) judge(rows.failed(source, supplier, sku, "ACCOUNT_INVALID"), false);
        for (var i = 0; i < 8; i++) judge(rows.failed(source, supplier, sku, "INSUFFICIENT_BALANCE"), false);
        assertThat(mayBuy(OTHER)).isTrue();
    }

    @Test
    void after_the_pause_one_purchase_tries_and_no_other() {
        blow();
        assertThat(mayBuy(PROBE)).isFalse();
        later(Duration.ofMinutes(1));
        assertThat(mayBuy(PROBE)).isTrue();
        assertThat(mayBuy(PROBE)).as("asked again, it is still the one").isTrue();
        assertThat(mayBuy(OTHER)).isFalse();
    }

    @Test
    void a_probe_that_succeeds_closes_it_and_what_was_before_is_forgotten() {
        blow();
        later(Duration.ofMinutes(1));
        mayBuy(PROBE);
        judge(PROBE, true);
        assertThat(mayBuy(OTHER)).isTrue();
        later(Duration.ofSeconds(1));
        bad();
        assertThat(mayBuy(OTHER)).as("one bad one after a fresh start").isTrue();
    }

    @Test
    void a_probe_that_fails_doubles_the_pause() {
        blow();
        later(Duration.ofMinutes(1));
        mayBuy(PROBE);
        judge(PROBE, false);
        later(Duration.ofSeconds(119));
        assertThat(mayBuy(OTHER)).isFalse();
        later(Duration.ofSeconds(1));
        assertThat(mayBuy(OTHER)).isTrue();
    }

    @Test
    void the_end_of_an_older_purchase_neither_closes_nor_prolongs_an_open_one() {
        blow();
        judge(OTHER, true);
        assertThat(mayBuy(PROBE)).isFalse();
        judge(OTHER, false);
        later(Duration.ofMinutes(1));
        assertThat(mayBuy(PROBE)).isTrue();
    }

    private void blow() {
        for (var i = 0; i < 6; i++) bad();
    }

    private void good() {
        judge(rows.succeeded(source, supplier, sku, 2500), true);
    }

    private void bad() {
        judge(rows.unknown(source, supplier, sku), false);
    }

    private void judge(PurchaseNo no, boolean good) {
        transaction.executeWithoutResult(status -> breakers.judge(supplier, sku, no, good));
    }

    private boolean mayBuy(PurchaseNo no) {
        return Boolean.TRUE.equals(transaction.execute(status -> breakers.mayBuy(supplier, sku, no)));
    }

    private void later(Duration by) {
        shop.context().clock().advance(by);
    }
}
