package org.kameng.workers.supply;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierBalance;
import org.kameng.domain.supplier.SupplierDirectory;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.domain.supplier.SupplierProduct;
import org.kameng.domain.supplier.SupplyWatch;
import org.kameng.workers.shared.SideBySide;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks suppliers for stock, price and balance, and for pushes. What is due is leased by the domain, so several instances may run
 * this at once; a supplier that does not answer is asked again later and holds up no other.
 */
@Component
class SupplySyncJob {
    private static final int BATCH = 64;
    private static final Set<String> SILENCE = Set.of("TIMEOUT", "NO_CONNECTION");
    private static final int MOST_PAGES = 500;

    private final Map<Protocol, SupplierGateway> gateways = new EnumMap<>(Protocol.class);
    private final SupplierDirectory suppliers;
    private final SupplyWatch watch;
    private final URI publicUrl;

    SupplySyncJob(
            List<SupplierGateway> gateways,
            SupplierDirectory suppliers,
            SupplyWatch watch,
            @Value("${kameng.public-url}") URI publicUrl) {
        gateways.forEach(gateway -> this.gateways.put(gateway.protocol(), gateway));
        this.suppliers = suppliers;
        this.watch = watch;
        this.publicUrl = publicUrl;
    }

    @Scheduled(fixedDelayString = "${kameng.supply.product-every:2s}")
    void askForProducts() {
        Set<SupplierId> silent = ConcurrentHashMap.newKeySet();
        SideBySide.each(watch.dueProducts(BATCH), due -> {
            if (!silent.contains(due.supplier()) && !ask(due.supplier(), due.supplierSku())) silent.add(due.supplier());
        });
    }

    /** False when nobody answers there: then its other products are asked about in the next round. */
    private boolean ask(SupplierId supplier, String sku) {
        var endpoint = suppliers.endpoint(supplier);
        return switch (gateway(endpoint).product(endpoint, sku)) {
            case Answer.Known<Optional<SupplierProduct>>(var found) -> {
                found.ifPresentOrElse(product -> watch.told(supplier, product), () -> watch.gone(supplier, sku));
                yield true;
            }
            // Leased by the domain: the same question comes again in a minute.
            case Answer.Unknown<Optional<SupplierProduct>>(var code) -> !SILENCE.contains(code);
        };
    }

    @Scheduled(fixedDelayString = "${kameng.supply.list-every:10s}")
    void readLists() {
        SideBySide.each(watch.dueLists(BATCH), this::readList);
    }

    private void readList(SupplierId supplier) {
        var endpoint = suppliers.endpoint(supplier);
        @Nullable String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            switch (gateway(endpoint).products(endpoint, cursor)) {
                case Answer.Known<SupplierProduct.Page>(var read) -> {
                    watch.told(supplier, read.products());
                    cursor = read.next();
                }
                case Answer.Unknown<SupplierProduct.Page> silence -> {
                    return;
                }
            }
            if (cursor == null) {
                watch.listed(supplier);
                return;
            }
        }
    }

    @Scheduled(fixedDelayString = "${kameng.supply.balance-every:5s}")
    void askForBalances() {
        SideBySide.each(watch.dueBalances(BATCH), supplier -> {
            var endpoint = suppliers.endpoint(supplier);
            if (gateway(endpoint).balance(endpoint) instanceof Answer.Known<SupplierBalance>(var balance))
                watch.balance(supplier, balance);
        });
    }

    @Scheduled(fixedDelayString = "${kameng.supply.subscribe-every:30s}")
    void askForPushes() {
        SideBySide.each(watch.dueSubscriptions(BATCH), supplier -> {
            var endpoint = suppliers.endpoint(supplier);
            gateway(endpoint).subscribe(endpoint, publicUrl);
        });
    }

    private SupplierGateway gateway(SupplierEndpoint endpoint) {
        var gateway = gateways.get(endpoint.protocol());
        if (gateway == null) throw new IllegalStateException("no adapter for " + endpoint.protocol());
        return gateway;
    }
}
