package org.kameng.domain.vault;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.vault.ImportTable.Waiting;
import org.kameng.domain.vault.LineProblem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SealedCardImports implements CardImports {
    private static final int SHOWN = 10;

    private final CardTable cards;
    private final ImportTable imports;
    private final ImportRunner runner;
    private final CardSeal seal;
    private final AuditLog audit;
    private final Refusals refusals;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SealedCardImports(
            CardTable cards,
            ImportTable imports,
            ImportRunner runner,
            CardSeal seal,
            AuditLog audit,
            Refusals refusals,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.cards = cards;
        this.imports = imports;
        this.runner = runner;
        this.seal = seal;
        this.audit = audit;
        this.refusals = refusals;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public ImportPreview preview(Actor operator, SkuId sku, SellerId seller, String fileName, InputStream csv) {
        operator.require(Role.OPERATOR);
        var upload = Upload.read(fileName, csv);
        var today = ShopTime.today(clock);
        var offer = cards.offerId(sku, seller).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var file = CardFile.read(upload.bytes(), today);
        cards.known(file.lines())
                .forEach(line -> file.problems().add(new LineProblem(line, "no", ProblemCode.DUPLICATE_IN_STOCK)));
        var token = file.problems().none() ? ids.uuid() : null;
        transaction.executeWithoutResult(
                status -> keep(operator, new OfferId(sku, seller), offer, upload, file, token));
        return PreviewReport.of(
                file,
                upload.name(),
                upload.hash(),
                today,
                cards.promiseDays(sku),
                token,
                cards.batchOf(upload.sha256()).orElse(null));
    }

    private void keep(Actor operator, OfferId id, int offer, Upload upload, CardFile file, @Nullable UUID token) {
        audit.record(
                operator,
                "cards.import.previewed",
                "offer",
                id.toString(),
                Map.of(
                        "file",
                        upload.name(),
                        "sha256",
                        upload.hash(),
                        "lines",
                        file.count(),
                        "badLines",
                        file.problems().badLines()));
        if (token == null) return;
        var key = seal.newKey();
        var status = new ImportStatus(
                token,
                id,
                upload.name(),
                upload.hash(),
                ImportStatus.State.PREVIEWED,
                file.count(),
                0,
                null,
                null,
                clock.instant(),
                1);
        imports.add(
                status,
                offer,
                operator.requireAccount(),
                operator.name(),
                seal.wrapFileKey(token, key),
                seal.sealFile(token, key, upload.bytes()));
    }

    @Override
    public ImportStatus start(Actor operator, UUID token, String fileSha256) {
        var waiting = mine(operator, token).orElseThrow(() -> new DomainException(ErrorCode.IMPORT_GONE));
        if (!waiting.status().fileSha256().equals(fileSha256)) throw new DomainException(ErrorCode.IMPORT_GONE);
        if (waiting.status().state() == ImportStatus.State.LEFT) throw new DomainException(ErrorCode.IMPORT_GONE);
        if (Boolean.TRUE.equals(transaction.execute(status -> begin(operator, waiting.status())))) runner.submit(token);
        return mine(operator, token).map(Waiting::status).orElseThrow();
    }

    private boolean begin(Actor operator, ImportStatus preview) {
        if (!imports.run(preview.token(), clock.instant())) return false;
        audit.record(
                operator,
                "cards.import.started",
                "offer",
                preview.offer().toString(),
                Map.of("file", preview.fileName(), "sha256", preview.fileSha256(), "lines", preview.lines()));
        return true;
    }

    @Override
    public void leave(Actor operator, UUID token) {
        mine(operator, token).ifPresent(waiting -> imports.leave(token, clock.instant()));
    }

    @Override
    public Optional<ImportStatus> status(Actor operator, UUID token) {
        return mine(operator, token).map(Waiting::status);
    }

    @Override
    public List<ImportStatus> mine(Actor operator) {
        operator.require(Role.OPERATOR);
        return imports.of(operator.requireAccount(), SHOWN);
    }

    private Optional<Waiting> mine(Actor operator, UUID token) {
        operator.require(Role.OPERATOR);
        var found = imports.find(token);
        if (found.isPresent() && !operator.is(found.get().owner()))
            throw refusals.refuse(operator, "cards.import", "card-import", token.toString());
        return found;
    }
}
