package org.kameng.domain.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.RateLimits;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SealedFiles implements CardFiles {
    private static final int FILES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final FileTable table;
    private final CardSeal seal;
    private final AuditLog audit;
    private final Refusals refusals;
    private final RateLimits limits;
    private final FieldCipher cipher;
    private final SecureRandom random;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealedFiles(
            FileTable table,
            CardSeal seal,
            AuditLog audit,
            Refusals refusals,
            RateLimits limits,
            FieldCipher cipher,
            SecureRandom random,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.seal = seal;
        this.audit = audit;
        this.refusals = refusals;
        this.limits = limits;
        this.cipher = cipher;
        this.random = random;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Passphrase passphrase() {
        return Passphrase.random(random);
    }

    @Override
    public TakenFile take(Actor owner, OrderNo no, Passphrase passphrase, RevealContext context) {
        limits.take("card-file", owner.requireAccount().toString(), FILES, WINDOW);
        var owners = table.owners(no);
        if (owners.isEmpty()) throw new DomainException(ErrorCode.NOT_FOUND);
        if (!owners.stream().allMatch(owner::is)) throw refusals.refuse(owner, "card-file.take", "order", no.value());
        var counts = transaction.execute(status -> record(owner, no, context));
        return new CardSheet(table, seal, no, counts.cards(), passphrase);
    }

    private FileTable.Counts record(Actor owner, OrderNo no, RevealContext context) {
        var id = table.nextId();
        var counts = table.record(
                id,
                no,
                owner.requireAccount(),
                clock.instant(),
                cipher.encrypt("card_file|ip|" + id, context.ip()),
                cipher.encrypt("card_file|device|" + id, context.shortDevice()));
        audit.record(
                owner,
                "cards.file-taken",
                "order",
                no.value(),
                Map.of("file", id, "cards", counts.cards(), "first", counts.firstRevealed()));
        return counts;
    }
}
