package org.kameng.domain.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators keep the accounts: new colleagues, roles, who may no longer come in. */
@Component
class StaffDesk {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;
    /** Who decides on a case never moves its money. */
    private static final Set<Role> DECIDING = Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR);

    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    StaffDesk(
            People people,
            Accounts accounts,
            Passwords passwords,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    AccountId create(Actor admin, String typedLogin, String displayName, Set<Role> roles, String password) {
        if (!admin.isSystem()) admin.require(Role.ADMIN);
        var login = People.normalised(typedLogin);
        if (!People.isStaffLogin(login) || Phone.find(login).isPresent())
            throw new DomainException(ErrorCode.LOGIN_INVALID);
        var name = requireText("displayName", displayName, LONGEST_NAME);
        requireFitting(roles, true);
        PasswordRules.check(password, login);
        if (accounts.findByLogin(login).isPresent()) throw new DomainException(ErrorCode.LOGIN_TAKEN);
        var hash = passwords.hash(password);
        var id = new AccountId(ids.uuid());
        try {
            transaction.executeWithoutResult(status -> {
                accounts.saveAndFlush(Account.staff(id, login, name, roles, hash, clock.instant()));
                record(admin, "account.staff-created", id, Map.of("login", login, "roles", sorted(roles)));
            });
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new DomainException(ErrorCode.LOGIN_TAKEN);
        }
        return id;
    }

    void changeRoles(Actor admin, AccountId id, Set<Role> roles, String reason) {
        admin.require(Role.ADMIN);
        if (admin.is(id)) throw new DomainException(ErrorCode.NOT_ON_YOURSELF);
        change(admin, id, "account.roles-changed", reason, Map.of("roles", sorted(roles)), account -> {
            if (account.isGuest()) throw new DomainException(ErrorCode.ROLES_INVALID);
            requireFitting(roles, account.isStaff());
            account.changeRoles(roles, clock.instant());
        });
    }

    void disable(Actor admin, AccountId id, String reason) {
        admin.require(Role.ADMIN);
        if (admin.is(id)) throw new DomainException(ErrorCode.NOT_ON_YOURSELF);
        change(admin, id, "account.disabled", reason, Map.of(), account -> account.disable(clock.instant()));
    }

    void enable(Actor admin, AccountId id, String reason) {
        admin.require(Role.ADMIN);
        change(admin, id, "account.enabled", reason, Map.of(), account -> account.enable(clock.instant()));
    }

    Slice<AccountView> list(Actor viewer, PageRequest page) {
        viewer.require(Role.ADMIN, Role.AUDITOR);
        var found = accounts.findStaff(page.offset(), page.limitPlusOne());
        return Slice.of(found.stream().map(Account::view).toList(), page);
    }

    private void change(
            Actor admin, AccountId id, String act, String reason, Map<String, Object> facts, Consumer<Account> change) {
        var why = requireText("reason", reason, LONGEST_REASON);
        transaction.executeWithoutResult(status -> {
            var account = people.require(id);
            var before = sorted(account.roles());
            change.accept(account);
            accounts.saveAndFlush(account);
            var all = new HashMap<>(facts);
            all.put("reason", why);
            all.put("rolesBefore", before);
            record(admin, act, id, all);
        });
    }

    private void record(Actor admin, String act, AccountId id, Map<String, Object> facts) {
        audit.record(admin, act, "account", id.toString(), facts);
    }

    private static void requireFitting(Set<Role> roles, boolean staff) {
        if (roles.isEmpty() || roles.contains(Role.GUEST) || roles.stream().anyMatch(role -> role.isStaff() != staff))
            throw new DomainException(ErrorCode.ROLES_INVALID);
        if (roles.contains(Role.FINANCE) && DECIDING.stream().anyMatch(roles::contains))
            throw new DomainException(ErrorCode.ROLES_APART);
    }

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static String requireText(String field, String text, int longest) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest)
            throw new DomainException(ErrorCode.INVALID_INPUT, field);
        return stripped;
    }
}
