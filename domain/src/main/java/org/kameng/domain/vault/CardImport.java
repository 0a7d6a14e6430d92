package org.kameng.domain.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        var bytes = read(csv);
        var sha256 = sha256(bytes);
        var file = CardFile.read(bytes, ShopTime.today(clock));
        var provenance = new Provenance(operator, sku, seller, shortName(fileName), sha256);
        var offer = cards.offerId(sku, seller).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        // Even a file with bad lines is compared with the stock, so that one report names everything wrong with it.
        return transaction.execute(status -> store(provenance, offer, file));
    }

    private ImportReport store(Provenance from, int offer, CardFile file) {
        cards.lockImports();
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
        var batch = insert(from, offer, file.lines());
        record(from, "cards.imported", "batch", String.valueOf(batch), hash, file.count(), 0);
        return new ImportReport(batch, file.count(), file.lines().size(), 0, List.of(), hash);
    }

    private long insert(Provenance from, int offer, List<CardLine> lines) {
        var batch = cards.nextBatchId();
        var batchKey = seal.newKey();
        cards.insertBatch(batch, offer, from, lines.size(), seal.wrap(batch, batchKey), clock.instant());
        var ids = cards.nextCardIds(lines.size());
        cards.insertCards(batch, offer, ids, lines);
        cards.insertSecrets(ids, lines, (id, content) -> seal.seal(batchKey, id, from.sku(), content));
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

    private static byte[] read(InputStream csv) {
        try {
            return csv.readNBytes(CardFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }

    private static String shortName(@Nullable String fileName) {
        var plain = fileName == null
                ? ""
                : fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
        return plain.isEmpty() ? "cards.csv" : plain.substring(0, Math.min(plain.length(), 120));
    }

    /** Where a batch came from. */
    record Provenance(Actor operator, SkuId sku, SellerId seller, String fileName, byte[] sha256) {}
}
