package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

/** Suppliers as staff see and steer them. */
class SupplierDeskTest {
    private static final Actor ADMIN = DomainTestContext.person("adam", Role.ADMIN);
    private static final PageRequest PAGE = PageRequest.first(50);

    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final SupplierDesk desk = shop.bean(SupplierDesk.class);
    private final SupplyWatch watch = shop.bean(SupplyWatch.class);
    private final SourceTable sources = shop.bean(SourceTable.class);

    private final SupplierId supplier = suppliers.supplier();
    private final Offer offer = shop.offer();
    private final long source = suppliers.source(offer, supplier, 2500);

    @Test
    void a_source_paused_for_its_price_is_resumed_at_the_price_that_was_looked_at() {
        price(3000, 1);
        var seen = mine();
        assertThat(seen.pauseReason()).isEqualTo("COST_UP");
        price(3100, 2);
        assertThatThrownBy(() -> desk.resume(ShopFixture.OPERATOR, seen, "agreed by phone"))
                .isInstanceOf(DomainException.class);
        desk.resume(ShopFixture.OPERATOR, mine(), "agreed by phone");
        assertThat(sources.of(offer.sku(), offer.seller())).hasSize(1);
        price(3200, 3);
        assertThat(sources.of(offer.sku(), offer.seller()))
                .as("measured against the new price")
                .hasSize(1);
    }

    @Test
    void an_operator_stops_a_source_with_a_reason_and_nobody_else_does() {
        assertThatThrownBy(() -> desk.pause(ShopFixture.SUPPORT, source, "because"))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> desk.pause(ShopFixture.OPERATOR, source, " ")).isInstanceOf(DomainException.class);
        desk.pause(ShopFixture.OPERATOR, source, "delivers late");
        desk.pause(ShopFixture.OPERATOR, source, "again");
        assertThat(mine().pauseReason()).isEqualTo("delivers late");
        assertThat(sources.of(offer.sku(), offer.seller())).isEmpty();
    }

    @Test
    void a_new_secret_leaves_the_one_before_it_valid_and_no_older_one() {
        var newest = "a-fresh-secret-of-today";
        desk.replaceSecret(ADMIN, supplier, newest);
        desk.replaceSecret(ADMIN, supplier, newest);
        assertThat(shop.bean(SupplierDirectory.class).endpoint(supplier).secrets())
                .containsExactly(newest, "new-secret");
        assertThatThrownBy(() -> desk.replaceSecret(ADMIN, supplier, "short")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> desk.replaceSecret(ShopFixture.OPERATOR, supplier, newest + "1"))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void calls_are_found_by_purchase_and_by_what_stayed_unclear() {
        var calls = shop.bean(SupplierCalls.class);
        calls.record(new SupplierCalls.Call(
                supplier, "PUDESK0001", "purchase", "POST /x", "ok", 200, "SUCCEEDED", Duration.ofMillis(5)));
        calls.record(new SupplierCalls.Call(
                supplier, "PUDESK0002", "purchase", "POST /y", null, 0, "UNKNOWN:TIMEOUT", Duration.ofSeconds(8)));
        assertThat(found(new SupplierDesk.CallFilter(supplier, null, false)))
                .extracting(CallRow::purchaseNo)
                .containsExactly("PUDESK0002", "PUDESK0001");
        assertThat(found(new SupplierDesk.CallFilter(null, "PUDESK0001", false)))
                .hasSize(1);
        var unclear = found(new SupplierDesk.CallFilter(supplier, null, true));
        assertThat(unclear)
                .singleElement()
                .satisfies(call -> assertThat(desk.call(ShopFixture.OPERATOR, call.id()))
                        .satisfies(text -> {
                            assertThat(text.request()).isEqualTo("POST /y");
                            assertThat(text.response()).isNull();
                        }));
        assertThatThrownBy(() -> desk.calls(
                        ShopFixture.FINANCE, new SupplierDesk.CallFilter(null, null, false), PageRequest.first(1)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void the_list_of_suppliers_counts_what_needs_a_person() {
        price(3000, 1);
        watch.balance(supplier, new SupplierBalance(Money.ofFen(700), Money.ofFen(300)));
        new PurchaseRows(suppliers, offer).unknown(source, supplier, "UP-" + offer.sku());
        assertThat(desk.suppliers(ShopFixture.OPERATOR))
                .filteredOn(row -> row.id().equals(supplier))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.paused()).isOne();
                    assertThat(row.unclear()).isOne();
                    assertThat(row.balance()).isEqualTo(Money.ofFen(1000));
                });
        assertThat(desk.alarms(ShopFixture.OPERATOR, PAGE).rows())
                .anyMatch(alarm -> alarm.why().equals("COST_UP"));
    }

    private List<CallRow> found(SupplierDesk.CallFilter filter) {
        return desk.calls(ShopFixture.OPERATOR, filter, PAGE).rows();
    }

    private SourceRow mine() {
        return desk.sources(ShopFixture.OPERATOR, supplier, PAGE).rows().getFirst();
    }

    private void price(long fen, long version) {
        watch.told(
                supplier,
                new SupplierProduct(
                        "UP-" + offer.sku(),
                        "n",
                        false,
                        Money.ofFen(5000),
                        Money.ofFen(fen),
                        9,
                        true,
                        List.of(),
                        null,
                        version));
    }
}
