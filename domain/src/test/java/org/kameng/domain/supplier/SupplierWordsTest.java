package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SuppliedStock;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.statistics.SupplierHealth;
import org.kameng.domain.statistics.SupplierHealth.Standing;
import org.kameng.domain.statistics.SupplierHealth.State;
import org.kameng.domain.statistics.SupplierHealth.Trouble;

/** What the stock meter and the overview learn from what suppliers told and did. */
class SupplierWordsTest {
    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final SupplyWatch watch = shop.bean(SupplyWatch.class);
    private final SuppliedStock stock = shop.bean(SuppliedStock.class);
    private final SupplierHealth health = shop.bean(SupplierHealth.class);

    private final SupplierId supplier = suppliers.supplier();
    private final Offer offer = shop.offer();
    private final OfferId offerId = new OfferId(offer.sku(), offer.seller());
    private final long source = suppliers.source(offer, supplier, 2500);
    private final String sku = "UP-" + offer.sku();

    @Test
    void an_offer_is_told_by_the_source_that_could_give_most() {
        var second = suppliers.supplier();
        suppliers.source(offer, second, 2500);
        assertThat(stock.told(List.of(offerId))).as("nobody has told yet").isEmpty();
        told(supplier, 7, true);
        told(second, 40, true);
        assertThat(stock.told(List.of(offerId)).get(offerId))
                .isEqualTo(new SuppliedStock.Told(second.value(), 40, true, now()));
        told(second, 90, false);
        assertThat(word().source()).as("what is off sale gives nothing").isEqualTo(supplier.value());
        told(supplier, null, true);
        assertThat(word().units()).as("unlimited").isNull();
        assertThat(stock.told(List.of())).isEmpty();
    }

    @Test
    void a_supplier_that_tells_and_delivers_is_well() {
        told(supplier, 7, true);
        watch.balance(supplier, new SupplierBalance(Money.ofFen(700), Money.ofFen(300)));
        assertThat(standing()).satisfies(well -> {
            assertThat(well.state()).isEqualTo(State.WELL);
            assertThat(well.troubles()).isEmpty();
            assertThat(well.balance()).isEqualTo(Money.ofFen(1000));
            assertThat(well.toldAt()).isEqualTo(now());
            assertThat(well.until()).isNull();
        });
    }

    @Test
    void silence_is_a_trouble_from_the_last_word_on() {
        told(supplier, 7, true);
        var heard = now();
        shop.context().clock().advance(Duration.ofMinutes(11));
        assertThat(standing()).satisfies(silent -> {
            assertThat(silent.state()).isEqualTo(State.TROUBLED);
            assertThat(silent.troubles()).isEqualTo(Set.of(Trouble.SILENT));
            assertThat(silent.since()).isEqualTo(heard);
        });
    }

    @Test
    void a_low_balance_and_unclear_purchases_are_troubles() {
        var rows = new PurchaseRows(suppliers, offer);
        rows.succeeded(source, supplier, sku, 10_000);
        rows.unknown(source, supplier, sku);
        watch.balance(supplier, new SupplierBalance(Money.ofFen(100), Money.ZERO));
        assertThat(standing().troubles()).isEqualTo(Set.of(Trouble.BALANCE, Trouble.UNCLEAR));
        assertThat(standing().unknown()).isOne();
    }

    @Test
    void one_open_fuse_is_a_trouble_and_with_all_of_them_open_it_is_cut_off() {
        var other = shop.offer();
        suppliers.source(other, supplier, 2500);
        told(supplier, 7, true);
        fuse(sku, now().plusSeconds(60));
        assertThat(standing().state()).isEqualTo(State.TROUBLED);
        assertThat(standing().troubles()).isEqualTo(Set.of(Trouble.FUSE));
        fuse("UP-" + other.sku(), now().plusSeconds(30));
        assertThat(standing().state()).isEqualTo(State.CUT_OFF);
        assertThat(standing().until()).isEqualTo(now().plusSeconds(30));
        assertThat(standing().since()).isEqualTo(now());
    }

    @Test
    void one_that_is_not_in_use_is_not_shown() {
        suppliers
                .sql()
                .sql("update supplier set in_use = false where id = :id")
                .param("id", supplier.value())
                .update();
        told(supplier, 7, true);
        assertThat(health.now()).noneMatch(one -> one.name().equals(supplier.value()));
        assertThat(stock.told(List.of(offerId))).isEmpty();
    }

    private Standing standing() {
        return health.now().stream()
                .filter(one -> one.name().equals(supplier.value()))
                .findFirst()
                .orElseThrow();
    }

    private SuppliedStock.Told word() {
        return stock.told(List.of(offerId)).get(offerId);
    }

    private void told(SupplierId by, @Nullable Integer units, boolean onSale) {
        var product = new SupplierProduct(
                sku, "n", false, Money.ofFen(3000), Money.ofFen(2500), units, onSale, List.of(), null, version++);
        watch.told(by, product);
    }

    private long version = 1;

    private void fuse(String product, Instant probeAt) {
        suppliers
                .sql()
                .sql("""
                        insert into supplier_breaker (supplier_id, supplier_sku, open, trips, opened_at, probe_at, counted_from, changed_at)
                        values (:supplier, :sku, true, 1, :now, :probe, :now, :now)""")
                .param("supplier", supplier.value())
                .param("sku", product)
                .param("now", SqlTime.of(now()))
                .param("probe", SqlTime.of(probeAt))
                .update();
    }

    private Instant now() {
        return shop.context().clock().instant();
    }
}
