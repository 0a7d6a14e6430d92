package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.shared.Money;

/** What suppliers say about stock, price and balance, and what it does to the ways we buy. */
class SupplyWatchTest {
    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final SupplyWatch watch = shop.bean(SupplyWatch.class);
    private final SourceTable sources = shop.bean(SourceTable.class);

    private final SupplierId supplier = suppliers.supplier();
    private final Offer offer = shop.offer();
    private final long source = suppliers.source(offer, supplier, 2500);
    private final String sku = "UP-" + offer.sku();

    @Test
    void what_was_told_is_what_we_count_on() {
        watch.told(supplier, product(2450, 7, 3));
        assertThat(mySources()).singleElement().satisfies(s -> {
            assertThat(s.cost()).isEqualTo(Money.ofFen(2450));
            assertThat(s.stock()).isEqualTo(7);
        });
    }

    @Test
    void an_older_version_that_comes_late_is_ignored() {
        watch.told(supplier, product(2450, 7, 3));
        watch.told(supplier, product(2500, 90, 2));
        assertThat(mySources())
                .singleElement()
                .satisfies(s -> assertThat(s.stock()).isEqualTo(7));
    }

    @Test
    void of_a_list_only_what_is_ours_and_new_is_taken() {
        watch.told(supplier, product(2450, 7, 3));
        var foreign = new SupplierProduct(
                "NOT-OURS", "n", false, Money.ofFen(1), Money.ofFen(1), 1, true, List.of(), null, 9);
        watch.told(supplier, List.of(foreign, product(2400, 1, 3)));
        assertThat(mySources())
                .singleElement()
                .satisfies(s -> assertThat(s.stock()).isEqualTo(7));
        watch.told(supplier, List.of(foreign, product(2400, 1, 4)));
        assertThat(mySources())
                .singleElement()
                .satisfies(s -> assertThat(s.stock()).isEqualTo(1));
    }

    @Test
    void a_price_five_percent_up_is_borne_and_one_fen_more_pauses_the_source() {
        watch.told(supplier, product(2625, 7, 1));
        assertThat(mySources()).hasSize(1);
        watch.told(supplier, product(2626, 7, 2));
        assertThat(mySources()).isEmpty();
        assertThat(alarms("COST_UP")).isOne();
        watch.told(supplier, product(2700, 7, 3));
        assertThat(alarms("COST_UP")).as("one alarm for one pause").isOne();
    }

    @Test
    void small_steps_up_do_not_raise_the_measure_and_a_fall_lowers_it() {
        watch.told(supplier, product(2600, 7, 1));
        watch.told(supplier, product(2400, 7, 2));
        watch.told(supplier, product(2500, 7, 3));
        assertThat(mySources()).as("2500 is within 5 % of 2400").hasSize(1);
        watch.told(supplier, product(2560, 7, 4));
        assertThat(mySources()).as("2560 is not").isEmpty();
    }

    @Test
    void a_price_of_nothing_is_off_sale_and_keeps_no_list_from_being_read() {
        watch.told(supplier, List.of(product(0, 7, 1)));
        assertThat(mySources()).singleElement().satisfies(s -> {
            assertThat(s.cost()).isEqualTo(Money.ofFen(2500));
            assertThat(s.couldGive()).isFalse();
        });
        watch.told(supplier, List.of(product(2400, 7, 2)));
        assertThat(mySources())
                .singleElement()
                .satisfies(s -> assertThat(s.couldGive()).isTrue());
    }

    @Test
    void what_the_supplier_does_not_have_gives_nothing() {
        watch.gone(supplier, sku);
        assertThat(mySources())
                .singleElement()
                .satisfies(s -> assertThat(s.couldGive()).isFalse());
    }

    @Test
    void a_due_product_is_asked_once_and_again_after_a_minute_when_nobody_answered() {
        assertThat(due()).contains(new SupplyWatch.DueProduct(supplier, sku));
        assertThat(due()).doesNotContain(new SupplyWatch.DueProduct(supplier, sku));
        shop.context().clock().advance(Duration.ofSeconds(61));
        assertThat(due()).contains(new SupplyWatch.DueProduct(supplier, sku));
        watch.told(supplier, product(2500, 7, 1));
        shop.context().clock().advance(Duration.ofSeconds(61));
        assertThat(due()).doesNotContain(new SupplyWatch.DueProduct(supplier, sku));
    }

    @Test
    void a_balance_below_twice_the_days_spending_is_told_once_until_it_is_enough_again() {
        new PurchaseRows(suppliers, offer).succeeded(source, supplier, sku, 10_000);
        balance(20_000);
        assertThat(alarms("BALANCE_LOW")).isZero();
        balance(19_999);
        balance(19_000);
        assertThat(alarms("BALANCE_LOW")).isOne();
        balance(30_000);
        balance(100);
        assertThat(alarms("BALANCE_LOW")).isEqualTo(2);
    }

    private void balance(long fen) {
        watch.balance(supplier, new SupplierBalance(Money.ofFen(fen), Money.ZERO));
    }

    private List<SupplyWatch.DueProduct> due() {
        return watch.dueProducts(200);
    }

    private List<Source> mySources() {
        return sources.of(offer.sku(), offer.seller());
    }

    private SupplierProduct product(long costFen, @Nullable Integer stock, long version) {
        return new SupplierProduct(
                sku, "n", false, Money.ofFen(3000), Money.ofFen(costFen), stock, true, List.of(), null, version);
    }

    private long alarms(String why) {
        return suppliers
                .sql()
                .sql("select count(*) from supplier_alarm where supplier_id = :id and why = :why")
                .param("id", supplier.value())
                .param("why", why)
                .query(Long.class)
                .single();
    }
}
