package org.kameng.domain.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts the simulated suppliers; keys are read again at every start, so that a rotated one is learned. */
@Component
@EnableConfigurationProperties(DemoSupplierSettings.class)
class DemoSuppliers {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSuppliers.class);

    private final DemoTables tables;
    private final DemoSupplyTables supply;
    private final DemoSupplierSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSuppliers(
            DemoTables tables,
            DemoSupplyTables supply,
            DemoSupplierSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.supply = supply;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void load() {
        var keys = settings.keys();
        if (keys == null) return;
        transaction.executeWithoutResult(status -> {
            DemoSources.SUPPLIERS.stream()
                    .filter(supplier -> settings.urls().containsKey(supplier.id()))
                    .forEach(supplier -> contract(supplier, keys.resolve(supplier.id())));
            DemoSources.TOP_UPS.forEach(topUp -> {
                tables.product(topUp.product(), clock.instant());
                topUp.product().skus().forEach(sku -> supply.direct(sku.code(), topUp.fields()));
            });
            DemoSources.TO_ORDER.forEach(product -> tables.product(product, clock.instant()));
            DemoSources.SOURCES.forEach(source -> supply.source(source, clock.instant()));
        });
        LOG.info("demo data: {} fictional suppliers contracted", settings.urls().size());
    }

    private void contract(DemoSources.Supplier supplier, Path folder) {
        supply.supplier(
                supplier,
                Objects.requireNonNull(settings.urls().get(supplier.id())),
                read(folder.resolve("key")),
                read(folder.resolve("secrets")).lines().toList(),
                read(folder.resolve("card-key")),
                clock.instant());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
