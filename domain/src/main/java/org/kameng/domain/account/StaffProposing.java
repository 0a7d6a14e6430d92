package org.kameng.domain.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.account.StaffChange.Kind;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first of two: puts a change on the table. */
@Component
class StaffProposing {
    private final People people;
    private final Accounts accounts;
    private final StaffChanges changes;
    private final StaffCodes codes;
    private final StaffCourse course;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    StaffProposing(
            People people,
            Accounts accounts,
            StaffChanges changes,
            StaffCodes codes,
            StaffCourse course,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.accounts = accounts;
        this.changes = changes;
        this.codes = codes;
        this.course = course;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    String account(Actor admin, String typedLogin, String displayName, Set<Role> roles, String reason) {
        var login = StaffRules.login(typedLogin);
        var person = new Person(new AccountId(ids.uuid()), login, StaffRules.name(displayName));
        StaffRules.fitting(roles, true);
        if (accounts.findByLogin(login).isPresent()) throw new DomainException(ErrorCode.LOGIN_TAKEN);
        var half = codes.half();
        transaction.executeWithoutResult(
                status -> put(admin, change(admin, Kind.CREATE, person, roles, reason), codes.hash(person.id(), half)));
        return half;
    }

    String code(Actor admin, AccountId id, String reason) {
        var half = codes.half();
        transaction.executeWithoutResult(status -> {
            var account = people.require(id);
            if (!account.isStaff()) throw new DomainException(ErrorCode.NOT_FOUND);
            put(admin, change(admin, Kind.CODE, Person.of(account), account.roles(), reason), codes.hash(id, half));
        });
        return half;
    }

    boolean roles(Actor admin, AccountId id, long seen, Set<Role> roles, String reason) {
        return transaction.execute(status -> {
            var account = people.require(id);
            if (account.isGuest()) throw new DomainException(ErrorCode.ROLES_INVALID);
            if (account.view().securityVersion() != seen) throw new DomainException(ErrorCode.CONFLICT);
            StaffRules.fitting(roles, account.isStaff());
            var change = change(admin, Kind.ROLES, Person.of(account), roles, reason);
            var harmless = !account.isStaff() || account.roles().containsAll(roles);
            if (harmless) course.changeRoles(admin, change);
            else put(admin, change, null);
            return harmless;
        });
    }

    boolean enabling(Actor admin, AccountId id, String reason) {
        return transaction.execute(status -> {
            var account = people.require(id);
            if (!account.isDisabled()) throw new DomainException(ErrorCode.CONFLICT);
            var change = change(admin, Kind.ENABLE, Person.of(account), account.roles(), reason);
            if (account.isStaff()) put(admin, change, null);
            else course.enable(admin, change);
            return !account.isStaff();
        });
    }

    private StaffChange change(Actor admin, Kind kind, Person person, Set<Role> roles, String reason) {
        return new StaffChange(
                0,
                kind,
                person.id(),
                person.login(),
                person.name(),
                roles,
                StaffRules.reason(reason),
                admin.requireAccount(),
                admin.name(),
                clock.instant());
    }

    private void put(Actor admin, StaffChange change, byte @Nullable [] firstHash) {
        var no = changes.add(change, firstHash).orElseThrow(() -> new DomainException(ErrorCode.CHANGE_WAITS));
        var facts = new HashMap<>(StaffCourse.facts(change));
        facts.put("change", no);
        audit.record(
                admin, "account.change-proposed", "account", change.account().toString(), Map.copyOf(facts));
    }

    private record Person(AccountId id, String login, String name) {
        static Person of(Account account) {
            var view = account.view();
            return new Person(view.id(), view.login(), view.displayName());
        }
    }
}
