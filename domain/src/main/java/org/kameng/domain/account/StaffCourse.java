package org.kameng.domain.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The second of two: what was proposed becomes true, once. What takes power away needs no second. */
@Component
class StaffCourse {
    private final People people;
    private final Accounts accounts;
    private final StaffChanges changes;
    private final StaffCodes codes;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffCourse(
            People people,
            Accounts accounts,
            StaffChanges changes,
            StaffCodes codes,
            Passwords passwords,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.changes = changes;
        this.codes = codes;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The second half of the code, where the change brings one. */
    Optional<String> confirm(Actor admin, long no) {
        var half = codes.half();
        // Nobody knows this password; the slow hash is made while no connection is held.
        var locked = passwords.hash(codes.half() + codes.half());
        try {
            return transaction.execute(status -> {
                var open = open(no);
                var change = open.change();
                changes.close(no, "CONFIRMED", admin, clock.instant());
                switch (change.kind()) {
                    case CREATE -> create(admin, change, locked);
                    case ROLES -> changeRoles(admin, change);
                    case ENABLE -> enable(admin, change);
                    case CODE ->
                        change(admin, "account.code-made", change, (account, at) -> account.changePassword(locked, at));
                }
                if (!change.kind().bringsCode()) return Optional.empty();
                var first = Objects.requireNonNull(open.firstHash());
                codes.open(change.account(), first, codes.hash(change.account(), half));
                return Optional.of(half);
            });
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new DomainException(ErrorCode.LOGIN_TAKEN);
        }
    }

    StaffChanges.Open open(long no) {
        return changes.lock(no).orElseThrow(() -> new DomainException(ErrorCode.CONFLICT));
    }

    void withdraw(Actor admin, long no) {
        transaction.executeWithoutResult(status -> {
            var change = open(no).change();
            changes.close(no, "WITHDRAWN", admin, clock.instant());
            record(admin, "account.change-withdrawn", change.account(), facts(change));
        });
    }

    void disable(Actor admin, AccountId id, String reason) {
        transaction.executeWithoutResult(status -> {
            var account = people.require(id);
            account.disable(clock.instant());
            accounts.saveAndFlush(account);
            // Who leaves knows the first half of each code proposed.
            var withdrawn = changes.withdrawAllOf(id, admin, clock.instant());
            record(admin, "account.disabled", id, Map.of("reason", reason, "withdrawn", withdrawn));
        });
    }

    void enable(Actor admin, StaffChange change) {
        change(admin, "account.enabled", change, Account::enable);
    }

    void changeRoles(Actor admin, StaffChange change) {
        change(admin, "account.roles-changed", change, (account, at) -> account.changeRoles(change.roles(), at));
        if (!change.roles().contains(Role.ADMIN)) changes.withdrawAllOf(change.account(), admin, clock.instant());
    }

    private void create(Actor admin, StaffChange change, String hash) {
        accounts.saveAndFlush(Account.staff(
                change.account(), change.login(), change.displayName(), change.roles(), hash, clock.instant()));
        record(admin, "account.staff-created", change.account(), facts(change));
    }

    private void change(Actor admin, String act, StaffChange change, BiConsumer<Account, Instant> how) {
        var account = people.require(change.account());
        var facts = new HashMap<>(facts(change));
        facts.put("rolesBefore", account.roles().stream().sorted().toList());
        how.accept(account, clock.instant());
        accounts.saveAndFlush(account);
        record(admin, act, change.account(), facts);
    }

    static Map<String, Object> facts(StaffChange change) {
        return Map.of(
                "kind",
                change.kind(),
                "login",
                change.login(),
                "roles",
                change.roles().stream().sorted().toList(),
                "reason",
                change.reason(),
                "proposedBy",
                change.proposer());
    }

    private void record(Actor admin, String act, AccountId account, Map<String, Object> facts) {
        audit.record(admin, act, "account", account.toString(), facts);
    }
}
