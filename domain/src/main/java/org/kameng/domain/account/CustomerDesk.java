package org.kameng.domain.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers help themselves: registration, a new password. */
@Component
class CustomerDesk {
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final CodeDesk codes;
    private final Consents consents;
    private final LoginGuard guard;
    private final Adoptions adoptions;
    private final IpLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    CustomerDesk(
            People people,
            Accounts accounts,
            Passwords passwords,
            CodeDesk codes,
            Consents consents,
            LoginGuard guard,
            Adoptions adoptions,
            IpLimits limits,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.consents = consents;
        this.guard = guard;
        this.adoptions = adoptions;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    AccountId register(String typedPhone, String code, String password, String consentVersion, String ip) {
        var phone = Phone.parse(typedPhone);
        consents.require(consentVersion);
        PasswordRules.check(password, phone.digits());
        limits.takeRegistration(ip);
        codes.redeem(phone, CodePurpose.REGISTER, code);
        return create(phone, password, person -> {
            consents.given(person.id(), consentVersion);
            // The code of a registration proves the phone at this moment, so what it bought as a guest comes along.
            adoptions.adopt(person.actor(), phone);
            registered(person.actor(), person, Map.of("consent", consentVersion));
        });
    }

    /** For a phone that somebody else vouches for. */
    AccountId create(Actor by, Phone phone, String password) {
        PasswordRules.check(password, phone.digits());
        return create(phone, password, person -> registered(by, person, Map.of()));
    }

    private AccountId create(Phone phone, String password, Consumer<AccountView> andThen) {
        var hash = passwords.hash(password);
        var id = new AccountId(ids.uuid());
        transaction.executeWithoutResult(status -> {
            if (people.byPhone(phone).isPresent()) throw new DomainException(ErrorCode.ACCOUNT_EXISTS);
            var account = accounts.saveAndFlush(
                    Account.customer(id, phone.masked(), people.seal(id, phone), hash, clock.instant()));
            andThen.accept(account.view());
        });
        return id;
    }

    private void registered(Actor by, AccountView person, Map<String, String> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("roles", person.roles().stream().sorted().toList());
        audit.record(by, "account.registered", "account", person.id().toString(), all);
    }

    void resetPassword(String typedPhone, String code, String newPassword, String ip) {
        var phone = Phone.parse(typedPhone);
        PasswordRules.check(newPassword, phone.digits());
        limits.takeReset(ip);
        codes.redeem(phone, CodePurpose.RESET, code);
        var hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(status -> {
            // Nobody gets a code for a phone without account, so a right guess is answered like a wrong one.
            var account = people.byPhone(phone).orElseThrow(() -> new DomainException(ErrorCode.CODE_WRONG));
            account.changePassword(hash, clock.instant());
            accounts.saveAndFlush(account);
            guard.clear(phone.digits());
            audit.record(
                    account.view().actor(),
                    "account.password-reset",
                    "account",
                    account.id().toString(),
                    Map.of());
        });
    }
}
