package org.kameng.domain.account;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.Role;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff accounts that the system makes by itself: demo data and the first administrators. */
@Component
class StaffMaking {
    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffCodes codes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    StaffMaking(
            Accounts accounts,
            Passwords passwords,
            StaffCodes codes,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    AccountId withPassword(Actor system, String typedLogin, String displayName, Set<Role> roles, String password) {
        PasswordRules.check(password, People.normalised(typedLogin));
        return make(system, typedLogin, displayName, roles, passwords.hash(password), id -> {});
    }

    /** Opened by one code that the owner of the machine chose; there is nobody yet who could know the other half. */
    AccountId firstAdministrator(Actor system, String login, String code) {
        var roles = Set.of(Role.ADMIN);
        return make(
                system,
                login,
                login,
                roles,
                passwords.hash(codes.half() + codes.half()),
                id -> codes.open(id, codes.hash(id, code), codes.hash(id, "")));
    }

    private AccountId make(
            Actor system,
            String typedLogin,
            String displayName,
            Set<Role> roles,
            String hash,
            Consumer<AccountId> more) {
        if (!system.isSystem()) throw new DomainException(ErrorCode.ACCESS_DENIED);
        var login = StaffRules.login(typedLogin);
        var name = StaffRules.name(displayName);
        StaffRules.fitting(roles, true);
        var id = new AccountId(ids.uuid());
        try {
            transaction.executeWithoutResult(status -> {
                accounts.saveAndFlush(Account.staff(id, login, name, roles, hash, clock.instant()));
                more.accept(id);
                audit.record(
                        system,
                        "account.staff-created",
                        "account",
                        id.toString(),
                        Map.of("login", login, "roles", roles.stream().sorted().toList()));
            });
        } catch (DataIntegrityViolationException taken) {
            throw new DomainException(ErrorCode.LOGIN_TAKEN);
        }
        return id;
    }
}
