package org.kameng.domain.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a member of the staff turns a one-time code into a password of one's own; unknown log-ins are answered like wrong codes. */
@Component
class StaffDoor {
    private static final int TRIES_PER_DAY = 10;

    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffCodes codes;
    private final LoginGuard guard;
    private final IpLimits ipLimits;
    private final RateLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffDoor(
            People people,
            Accounts accounts,
            Passwords passwords,
            StaffCodes codes,
            LoginGuard guard,
            IpLimits ipLimits,
            RateLimits limits,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.guard = guard;
        this.ipLimits = ipLimits;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void activate(String typedLogin, String firstHalf, String secondHalf, String password, String ip) {
        var login = StaffRules.login(typedLogin);
        PasswordRules.check(password, login);
        ipLimits.takeReset(ip);
        limits.take("activate.day", login, TRIES_PER_DAY, Duration.ofDays(1));
        var account = people.byLogin(login)
                .filter(found -> !found.isDisabled())
                .filter(found -> codes.matches(found.id(), firstHalf, secondHalf))
                .orElseThrow(() -> refused(login));
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            if (!codes.use(account.id())) throw new DomainException(ErrorCode.CODE_WRONG);
            account.changePassword(hash, clock.instant());
            accounts.saveAndFlush(account);
            guard.clear(login);
            record(account.view().actor(), "account.activated", account);
        });
    }

    private DomainException refused(String login) {
        people.byLogin(login)
                .ifPresent(account -> transaction.executeWithoutResult(
                        status -> record(Actor.guest(), "account.code-refused", account)));
        return new DomainException(ErrorCode.CODE_WRONG);
    }

    private void record(Actor by, String act, Account account) {
        audit.record(by, act, "account", account.id().toString(), Map.of());
    }
}
