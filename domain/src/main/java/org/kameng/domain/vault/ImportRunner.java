package org.kameng.domain.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.shared.crypto.SealBroken;
import org.kameng.domain.vault.CardImport.Provenance;
import org.kameng.domain.vault.ImportStatus.Failure;
import org.kameng.domain.vault.ImportTable.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports waiting files one after the other, away from the page that asked. As a sweep it takes over those that broke off or
 * whose process died, in whichever process sweeps and only so often, and forgets files nobody imported.
 */
@Component
class ImportRunner implements Sweep, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** How long the file of a failed import waits for a person. */
    private static final Duration KEPT = Duration.ofDays(7);

    static final int MOST_TRIES = 5;
    private static final Actor SELF = Actor.system("card-imports");

    /** An import says how far it is every thousand lines; silent for so long, it is dead. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final ImportTable imports;
    private final CardImport importing;
    private final CardSeal seal;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate beside;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("card-import").daemon().factory());

    ImportRunner(
            ImportTable imports,
            CardImport importing,
            CardSeal seal,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.importing = importing;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void submit(UUID token) {
        thread.execute(() -> run(token));
    }

    /** Runs in the caller's thread; finds what a run before it has done and then does nothing. What breaks off is tried again, not for ever. */
    void run(UUID token) {
        try {
            if (imports.take(token, MOST_TRIES, clock.instant())) tryIt(token);
            else brokeOff(token, Failure.INTERRUPTED);
        } catch (RuntimeException e) {
            // Its message could quote what it must not.
            LOG.warn("card import {} broke off: {}", token, e.getClass().getSimpleName());
            brokeOff(token, why(e));
        }
    }

    private static Failure why(RuntimeException e) {
        if (e instanceof SealBroken) return Failure.UNREADABLE;
        return e instanceof DataAccessException || e instanceof TransactionException
                ? Failure.DATABASE
                : Failure.UNEXPECTED;
    }

    private void brokeOff(UUID token, Failure why) {
        try {
            beside.executeWithoutResult(status -> {
                if (imports.brokeOff(token, why, MOST_TRIES, clock.instant()))
                    audit.record(
                            SELF,
                            "cards.import.failed",
                            "card-import",
                            token.toString(),
                            Map.of("why", why.name(), "tries", MOST_TRIES));
            });
        } catch (RuntimeException e) {
            // No database, no note: the sweep finds it running still.
            LOG.warn(
                    "that import {} broke off is not noted: {}",
                    token,
                    e.getClass().getSimpleName());
        }
    }

    private void tryIt(UUID token) {
        var waiting = imports.find(token).orElseThrow();
        imports.content(token)
                .map(content -> seal.openFile(token, waiting.key(), content))
                .ifPresent(bytes ->
                        importing.run(provenance(waiting, waiting.status().offer()), bytes, new Watch(token)));
    }

    private static Provenance provenance(Waiting waiting, OfferId offer) {
        var operator = new Actor(waiting.owner(), waiting.ownerName(), Set.of(Role.OPERATOR));
        return new Provenance(
                operator,
                offer.sku(),
                offer.seller(),
                waiting.status().fileName(),
                java.util.HexFormat.of().parseHex(waiting.status().fileSha256()));
    }

    @Override
    public String name() {
        return "card-imports";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        imports.stuck(now.minus(SILENCE), limit).forEach(this::run);
        return imports.leaveOlder(ImportStatus.State.PREVIEWED, now.minus(PATIENCE), now, limit)
                + imports.leaveOlder(ImportStatus.State.FAILED, now.minus(KEPT), now, limit);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private final class Watch implements ImportProgress {
        private final UUID token;

        Watch(UUID token) {
            this.token = token;
        }

        // All imports go one after the other, so this sees whatever a run before it has committed.
        @Override
        public boolean begin() {
            return imports.find(token).orElseThrow().status().state() == ImportStatus.State.RUNNING;
        }

        // On a connection of its own: the import's transaction shows nothing before it ends.
        @Override
        public void reached(int lines) {
            beside.executeWithoutResult(status -> imports.reached(token, lines, clock.instant()));
        }

        @Override
        public void end(ImportReport report) {
            var state = report.accepted() ? ImportStatus.State.IMPORTED : ImportStatus.State.REFUSED;
            // Given up while it was silent: what it brought must not stay.
            if (!imports.end(token, state, report, clock.instant())) throw new IllegalStateException("import given up");
        }
    }
}
