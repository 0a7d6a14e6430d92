package org.kameng.domain.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Leases;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.vault.CardVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the fictional shop in. Every step looks first, so that a load cut short is completed by the next. */
@Service
class FictionalShop implements DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(FictionalShop.class);
    private static final Actor SYSTEM = Actor.system("demo");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final AccountService accounts;
    private final DemoBuyers buyers;
    private final CardVault vault;
    private final DemoTables tables;
    private final DemoSuppliers suppliers;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FictionalShop(
            AccountService accounts,
            DemoBuyers buyers,
            CardVault vault,
            DemoTables tables,
            DemoSuppliers suppliers,
            Leases leases,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.buyers = buyers;
        this.vault = vault;
        this.tables = tables;
        this.suppliers = suppliers;
        this.leases = leases;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void load() {
        var ran = leases.tryRun("demo-data", Duration.ZERO, LEASE, this::loadAlone);
        if (!ran) LOG.info("demo data: another instance loads it");
    }

    private void loadAlone() {
        var operator = people();
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            DemoGoods.CATEGORIES.forEach(tables::category);
            DemoGoods.SELLERS.forEach(seller -> tables.seller(seller, now));
            DemoGoods.PRODUCTS.forEach(product -> tables.product(product, now));
        });
        var added = DemoGoods.PRODUCTS.stream()
                .flatMap(product -> product.skus().stream().map(sku -> stock(operator, product, sku)))
                .mapToInt(Integer::intValue)
                .sum();
        if (added > 0) LOG.info("demo data: {} fictional cards brought in", added);
        suppliers.load();
    }

    private Actor people() {
        AccountId operator = null;
        for (var person : DemoPeople.STAFF) {
            var id = accounts.findByLogin(SYSTEM, person.login())
                    .orElseGet(() -> accounts.createStaff(
                            SYSTEM, person.login(), person.name(), Set.of(person.role()), DemoPeople.PASSWORD));
            if (person.login().equals(DemoPeople.OPERATOR)) operator = id;
        }
        buyers.consumer(0);
        buyers.distributor(0);
        return accounts.find(Objects.requireNonNull(operator)).orElseThrow().actor();
    }

    private int stock(Actor operator, DemoGoods.Product product, DemoGoods.Sku sku) {
        var seller = new SellerId(product.seller());
        var code = new SkuId(sku.code());
        if (tables.hasCards(code, seller)) return 0;
        var csv = DemoCards.csv(sku, ShopTime.today(clock));
        var file = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        var report = vault.importBatch(operator, code, seller, "demo-" + sku.code() + ".csv", file);
        if (!report.accepted()) throw new IllegalStateException("demo cards of " + sku.code() + " were refused");
        return report.imported();
    }
}
