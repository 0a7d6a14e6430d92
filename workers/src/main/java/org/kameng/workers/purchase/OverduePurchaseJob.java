package org.kameng.workers.purchase;

import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.Leases;
import org.kameng.domain.supplier.Purchases;
import org.kameng.workers.shared.SideBySide;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks about purchases that no process asks about: their order was refunded, waits for a person, or lost its instance. What they
 * bring then is the seller's stock, and money we must not forget.
 */
@Component
class OverduePurchaseJob {
    private static final int BATCH = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Purchases purchases;
    private final SupplierLine supplier;
    private final Leases leases;
    private final Clock clock;

    OverduePurchaseJob(Purchases purchases, SupplierLine supplier, Leases leases, Clock clock) {
        this.purchases = purchases;
        this.supplier = supplier;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${kameng.suppliers.overdue-every:10s}")
    void askAll() {
        leases.tryRun(
                "overdue-purchases",
                EVERY,
                LEASE,
                () -> SideBySide.each(purchases.overdue(clock.instant().minus(PATIENCE), BATCH), this::ask));
    }

    private void ask(String purchaseNo) {
        purchases.ask(purchaseNo).ifPresent(call -> purchases.recordBehind(purchaseNo, supplier.call(call)));
    }
}
