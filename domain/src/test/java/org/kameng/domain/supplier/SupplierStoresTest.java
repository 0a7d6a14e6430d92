package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.DomainException;

/** Whom we buy from, what was said, and what they push. */
class SupplierStoresTest {
    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final SupplierDirectory directory = shop.bean(SupplierDirectory.class);
    private final SupplierNews news = shop.bean(SupplierNews.class);
    private final SupplierCalls calls = shop.bean(SupplierCalls.class);

    @Test
    void a_supplier_is_found_by_its_key_and_opened_with_all_its_secrets() {
        var id = suppliers.supplier();
        var endpoint = directory.byKey(Protocol.KSP, "key-" + id).orElseThrow();
        assertThat(endpoint).isEqualTo(directory.endpoint(id));
        assertThat(endpoint.secrets()).containsExactly("new-secret", "old-secret");
        assertThat(endpoint.cardKey()).isEqualTo("card-key");
        assertThat(directory.active()).contains(endpoint);
        assertThat(endpoint.toString()).doesNotContain("secret").doesNotContain("card-key");
        assertThat(suppliers
                        .sql()
                        .sql("select encode(secrets_sealed, 'escape') from supplier where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("new-secret");
    }

    @Test
    void a_supplier_out_of_use_opens_no_door_but_is_still_asked_about_what_was_bought() {
        var id = suppliers.supplier();
        suppliers
                .sql()
                .sql("update supplier set in_use = false where id = :id")
                .param("id", id.value())
                .update();
        assertThat(directory.byKey(Protocol.KSP, "key-" + id)).isEmpty();
        assertThat(directory.active()).extracting(SupplierEndpoint::supplier).doesNotContain(id);
        assertThat(directory.endpoint(id).supplier()).isEqualTo(id);
        assertThatThrownBy(() -> directory.endpoint(new SupplierId("nobody"))).isInstanceOf(DomainException.class);
    }

    @Test
    void what_was_asked_in_passing_is_forgotten_after_a_week_and_what_belongs_to_a_purchase_is_not() {
        var far = new ShopFixture(DomainTestContext.farAhead());
        var id = new SupplierShop(far).supplier();
        far.bean(SupplierCalls.class).record(call(id, null));
        far.bean(SupplierCalls.class).record(call(id, "PU-KEPT-1"));
        far.bean(SupplierNews.class).productChanged(id, "E-old", "UP-1");
        assertThat(kept(far, id, Duration.ofDays(6))).containsExactly(1L, 1L, 1L);
        assertThat(kept(far, id, Duration.ofDays(2))).containsExactly(0L, 1L, 1L);
        assertThat(kept(far, id, Duration.ofDays(90))).containsExactly(0L, 1L, 0L);
    }

    @Test
    void what_strangers_pushed_is_forgotten_with_the_address_it_came_from() {
        var far = new ShopFixture(DomainTestContext.farAhead());
        far.bean(SupplierNews.class).refused(Protocol.KSP, "LEFT_BY_A_STRANGER", new byte[32], "203.0.113.9");
        assertThat(refused(far)).isOne();
        far.context().clock().advance(Duration.ofDays(91));
        far.bean(CallSweep.class).sweep(1000);
        assertThat(refused(far)).isZero();
    }

    private static long refused(ShopFixture shop) {
        return shop.context()
                .sql()
                .sql("select count(*) from supplier_alarm where why = 'LEFT_BY_A_STRANGER'")
                .query(Long.class)
                .single();
    }

    private static SupplierCalls.Call call(SupplierId supplier, @Nullable String purchaseNo) {
        return new SupplierCalls.Call(supplier, purchaseNo, "query", "{}", null, 200, "OK", Duration.ZERO);
    }

    /** Polls, calls of purchases and pushes that are left so much later. */
    private static List<Long> kept(ShopFixture shop, SupplierId id, Duration later) {
        shop.context().clock().advance(later);
        shop.bean(CallSweep.class).sweep(1000);
        return Stream.of(
                        "supplier_call where purchase_no is null and",
                        "supplier_call where purchase_no is not null and",
                        "supplier_event where")
                .map(rows -> shop.context()
                        .sql()
                        .sql("select count(*) from " + rows + " supplier_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void a_pushed_event_counts_once_and_makes_its_product_due() {
        var id = suppliers.supplier();
        var offer = shop.offer();
        var source = suppliers.source(offer, id, 2500);
        suppliers
                .sql()
                .sql("update source set refresh_at = 'infinity' where id = :id")
                .param("id", source)
                .update();
        assertThat(news.productChanged(id, "E1", "UP-" + offer.sku())).isTrue();
        assertThat(news.productChanged(id, "E1", "UP-" + offer.sku())).isFalse();
        assertThat(suppliers
                        .sql()
                        .sql("select refresh_at < 'infinity' from source where id = :id")
                        .param("id", source)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(news.orderChanged(id, "E2", "PU-of-nobody-1")).isTrue();
        assertThat(news.orderChanged(id, "E2", "PU-of-nobody-1")).isFalse();
    }

    @Test
    void a_call_is_written_down_whatever_it_holds() {
        var id = suppliers.supplier();
        calls.record(new SupplierCalls.Call(
                id, "PU1", "query", "GET /x", "odd\0 text", 200, "UNKNOWN:BAD_SIGNATURE", Duration.ofMillis(7)));
        assertThat(suppliers
                        .sql()
                        .sql("select outcome || took_ms from supplier_call where supplier_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("UNKNOWN:BAD_SIGNATURE7");
        calls.record(
                new SupplierCalls.Call(new SupplierId("nobody"), null, "query", "", null, 0, "UNKNOWN", Duration.ZERO));
    }

    @Test
    void a_refused_push_is_an_alarm() {
        news.refused(Protocol.FULU, "BAD_SIGNATURE-X", new byte[32], "10.1.2.3");
        assertThat(suppliers
                        .sql()
                        .sql(
                                "select count(*) from supplier_alarm where why = 'BAD_SIGNATURE-X' and remote_ip_sealed is not null")
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
