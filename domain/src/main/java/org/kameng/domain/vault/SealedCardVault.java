package org.kameng.domain.vault;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.RateLimits;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SealedCardVault implements CardVault {
    private static final int REVEALS = 60;
    private static final int MAX_REASON = 500;
    private static final Duration REVEAL_WINDOW = Duration.ofMinutes(10);
    private static final Role[] MAY_LOOK_WITH_REASON = {Role.SUPPORT_AGENT, Role.ARBITRATOR};

    private final CardImport imports;
    private final CardReads reads;
    private final CardSeal seal;
    private final AuditLog audit;
    private final Refusals refusals;
    private final RateLimits limits;
    private final FieldCipher cipher;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealedCardVault(
            CardImport imports,
            CardReads reads,
            CardSeal seal,
            AuditLog audit,
            Refusals refusals,
            RateLimits limits,
            FieldCipher cipher,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.reads = reads;
        this.seal = seal;
        this.audit = audit;
        this.refusals = refusals;
        this.limits = limits;
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportReport importBatch(Actor operator, SkuId sku, SellerId seller, String fileName, InputStream csv) {
        operator.require(Role.OPERATOR);
        return imports.run(operator, sku, seller, fileName, csv);
    }

    @Override
    public Slice<BatchRow> batches(Actor staff, PageRequest page) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return Slice.of(reads.batches(page), page);
    }

    @Override
    public RevealedCard reveal(Actor viewer, long cardId, RevealContext context) {
        var account = viewer.requireAccount();
        // Counted before the look, so that guessing card ids is limited as well.
        limits.take("reveal", account.toString(), REVEALS, REVEAL_WINDOW);
        var found = reads.delivered(cardId).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var mine = viewer.is(found.owner());
        if (!mine && !viewer.has(MAY_LOOK_WITH_REASON))
            throw refusals.refuse(viewer, "card.reveal", "card", String.valueOf(cardId));
        if (!mine) PlainText.reason(Objects.requireNonNullElse(context.reason(), ""), MAX_REASON);
        return transaction.execute(status -> open(viewer, found, mine, context));
    }

    private RevealedCard open(Actor viewer, CardReads.Owned found, boolean mine, RevealContext context) {
        var card = found.card();
        var secret = reads.secret(card.cardId()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var first = mine && writeFirstReveal(card.cardId(), viewer.requireAccount(), context);
        var reason = mine || context.reason() == null ? "" : context.reason();
        audit.record(
                viewer,
                "card.revealed",
                "order",
                card.order().value(),
                Map.of("card", card.cardId(), "first", first, "owner", mine, "reason", reason));
        var batchKey = seal.unwrap(secret.batchId(), secret.batchKey());
        var content = seal.open(batchKey, card.cardId(), card.sku(), secret.sealed());
        return new RevealedCard(
                card.cardId(),
                content.number(),
                content.password(),
                content.url(),
                content.pin(),
                card.expiresOn(),
                firstRevealedAt(card.cardId()));
    }

    private boolean writeFirstReveal(long cardId, AccountId by, RevealContext context) {
        return jdbc.sql("""
                        insert into card_first_reveal (card_id, revealed_at, revealed_by, ip_sealed, device_sealed)
                        values (:card, :at, :by, :ip, :device) on conflict (card_id) do nothing""")
                        .param("card", cardId)
                        .param("at", SqlTime.of(clock.instant()))
                        .param("by", by.value())
                        .param("ip", cipher.encrypt("card_first_reveal|ip|" + cardId, context.ip()))
                        .param("device", cipher.encrypt("card_first_reveal|device|" + cardId, context.shortDevice()))
                        .update()
                == 1;
    }

    private @Nullable Instant firstRevealedAt(long cardId) {
        return jdbc.sql("select revealed_at from card_first_reveal where card_id = :card")
                .param("card", cardId)
                .query((row, n) -> SqlTime.get(row, "revealed_at"))
                .optional()
                .orElse(null);
    }

    @Override
    public Slice<CardBoxRow> cardBox(Actor customer, PageRequest page) {
        return Slice.of(reads.box(customer.accounts(), page), page);
    }

    @Override
    public Slice<CardBoxRow> ofOrder(Actor viewer, OrderNo no, PageRequest page) {
        var cards = reads.ofOrder(no, page);
        if (!viewer.isStaff() && !cards.stream().allMatch(card -> viewer.is(card.owner())))
            throw refusals.refuse(viewer, "order.cards", "order", no.value());
        return Slice.of(cards.stream().map(CardReads.Owned::card).toList(), page);
    }

    @Override
    public int rewrapBatchKeys(Actor admin) {
        admin.require(Role.ADMIN);
        var ids = jdbc.sql("select id from card_batch where kek_version <> :active order by id")
                .param("active", seal.activeKek())
                .query(Long.class)
                .list();
        // One commit per batch: a rotation that is cut short goes on where it stood.
        ids.forEach(id -> transaction.executeWithoutResult(status -> rewrap(id)));
        transaction.executeWithoutResult(status -> audit.record(
                admin,
                "vault.rewrapped",
                "vault",
                "batch-keys",
                Map.of("batches", ids.size(), "kek", seal.activeKek())));
        return ids.size();
    }

    private void rewrap(long batchId) {
        var old = jdbc.sql("select kek_version, wrapped_key from card_batch where id = :id for update")
                .param("id", batchId)
                .query((row, n) -> new CardSeal.WrappedBatchKey(row.getInt("kek_version"), row.getBytes("wrapped_key")))
                .single();
        var fresh = seal.wrap(batchId, seal.unwrap(batchId, old));
        jdbc.sql("update card_batch set kek_version = :kek, wrapped_key = :key where id = :id")
                .param("kek", fresh.kekVersion())
                .param("key", fresh.bytes())
                .param("id", batchId)
                .update();
    }
}
