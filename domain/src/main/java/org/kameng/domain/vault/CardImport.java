package org.kameng.domain.vault;

import java.io.InputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.vault.LineProblem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a file of cards in, whole or not at all. */
@Component
class CardImport {
    private final CardTable cards;
    private final CardSeal seal;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardImport(CardTable cards, CardSeal seal, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.cards = cards;
        this.seal = seal;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    ImportReport run(Actor operator, SkuId sku, SellerId seller, String fileName, InputStream csv) {
        var upload = Upload.read(fileName, csv);
        var from = new Provenance(operator, sku, seller, upload.name(), upload.sha256());
        return run(from, upload.bytes(), ImportProgress.NOBODY).orElseThrow();
    }

    /** Empty when the one who follows found it done before. */
    Optional<ImportReport> run(Provenance from, byte[] bytes, ImportProgress progress) {
        var offer =
                cards.offerId(from.sku(), from.seller()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var file = CardFile.read(bytes, ShopTime.today(clock));
        // Even a file with bad lines is compared with the stock, so that one report names everything wrong with it.
        return transaction.execute(status -> {
            cards.lockImports();
            if (!progress.begin()) return Optional.empty();
            var report = store(from, offer, file, progress);
            progress.end(report);
            return Optional.of(report);
        });
    }

    private ImportReport store(Provenance from, int offer, CardFile file, ImportProgress progress) {
        var problems = file.problems();
        cards.known(file.lines())
                .forEach(line -> problems.add(new LineProblem(line, "no", ProblemCode.DUPLICATE_IN_STOCK)));
        var hash = HexFormat.of().formatHex(from.sha256());
        if (!problems.none()) {
            record(
                    from,
                    "cards.import.refused",
                    "offer",
                    from.sku() + "@" + from.seller(),
                    hash,
                    file.count(),
                    problems.badLines());
            return new ImportReport(null, file.count(), 0, problems.badLines(), problems.listed(), hash);
        }
        var batch = insert(from, offer, file.lines(), progress);
        record(from, "cards.imported", "batch", String.valueOf(batch), hash, file.count(), 0);
        return new ImportReport(batch, file.count(), file.lines().size(), 0, List.of(), hash);
    }

    private long insert(Provenance from, int offer, List<CardLine> lines, ImportProgress progress) {
        var batch = cards.nextBatchId();
        var batchKey = seal.newKey();
        cards.insertBatch(batch, offer, from, lines.size(), seal.wrap(batch, batchKey), clock.instant());
        var ids = cards.nextCardIds(lines.size());
        for (var done = 0; done < lines.size(); ) {
            var next = Math.min(lines.size(), done + CardTable.CHUNK);
            var some = lines.subList(done, next);
            var theirs = ids.subList(done, next);
            cards.insertCards(batch, offer, theirs, some);
            cards.insertSecrets(theirs, some, (id, content) -> seal.seal(batchKey, id, from.sku(), content));
            progress.reached(next);
            done = next;
        }
        return batch;
    }

    private void record(Provenance from, String what, String kind, String no, String hash, int lines, int bad) {
        audit.record(
                from.operator(),
                what,
                kind,
                no,
                Map.of(
                        "sku",
                        from.sku().value(),
                        "seller",
                        from.seller().value(),
                        "file",
                        from.fileName(),
                        "sha256",
                        hash,
                        "lines",
                        lines,
                        "badLines",
                        bad));
    }

    /** Where a batch came from. */
    record Provenance(Actor operator, SkuId sku, SellerId seller, String fileName, byte[] sha256) {}
}
