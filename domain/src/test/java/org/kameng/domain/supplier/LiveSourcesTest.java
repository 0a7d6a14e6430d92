package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Money;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LiveSourcesTest {
    private final ShopFixture shop = new ShopFixture();
    private final SupplierShop suppliers = new SupplierShop(shop);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_buyer_at_the_checkout_waits_for_all_silent_suppliers_together() {
        var gateways = new StaticListableBeanFactory();
        gateways.addBean("silent", new Silent());
        var live = new LiveSources(
                gateways.getBeanProvider(SupplierGateway.class),
                shop.bean(SupplierDirectory.class),
                shop.bean(SupplyWatch.class),
                Clock.systemUTC());
        var began = Instant.now();
        live.freshen(List.of(source(1), source(2), source(3)));
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        never.countDown();
    }

    @Test
    void what_one_supplier_says_that_cannot_be_kept_keeps_no_buyer_from_another() {
        var gateways = new StaticListableBeanFactory();
        gateways.addBean("strange", new Silent() {
            @Override
            public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
                return new Answer.Known<>(Optional.of(new SupplierProduct(
                        "UP\u0000", "x", false, Money.ZERO, Money.ofFen(1), 1, true, List.of(), null, 1)));
            }
        });
        new LiveSources(
                        gateways.getBeanProvider(SupplierGateway.class),
                        shop.bean(SupplierDirectory.class),
                        shop.bean(SupplyWatch.class),
                        Clock.systemUTC())
                .freshen(List.of(source(4)));
    }

    private Source source(long id) {
        return new Source(
                id, suppliers.supplier(), "UP-1", 1, Money.ofFen(100), Money.ofFen(100), -1, true, null, List.of());
    }

    private class Silent implements SupplierGateway {
        @Override
        public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Unknown<>("TIMEOUT");
        }

        @Override
        public Protocol protocol() {
            return Protocol.KSP;
        }

        @Override
        public PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answer<SupplierBalance> balance(SupplierEndpoint supplier) {
            throw new UnsupportedOperationException();
        }
    }
}
