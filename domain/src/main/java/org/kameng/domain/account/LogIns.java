package org.kameng.domain.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-in: the same work, the same rows and the same answers whether or not the log-in exists. */
@Component
class LogIns {
    private static final int LONGEST_LOGIN = 64;

    private final People people;
    private final Passwords passwords;
    private final LoginGuard guard;
    private final Adoptions adoptions;
    private final IpLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    LogIns(
            People people,
            Passwords passwords,
            LoginGuard guard,
            Adoptions adoptions,
            IpLimits limits,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.passwords = passwords;
        this.guard = guard;
        this.adoptions = adoptions;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    LogInResult logIn(String login, String password, String ip) {
        limits.takeLogIn(ip);
        if (login.length() > LONGEST_LOGIN || password.length() > 2 * PasswordRules.LONGEST)
            return new LogInResult.Refused();
        var typed = People.normalised(login);
        var account = people.byLogin(typed);
        // The slow hash runs with no connection held; what it found is judged under the guard's lock.
        var known = account.map(found -> passwords.matches(password, found.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        var admitted = account.filter(found -> known && !found.isDisabled());
        return transaction.execute(status -> judge(typed, account, admitted));
    }

    private LogInResult judge(String typed, Optional<Account> account, Optional<Account> admitted) {
        var lockedUntil = guard.note(typed, admitted.isPresent());
        var result = result(admitted, lockedUntil);
        var actor = result instanceof LogInResult.LoggedIn
                ? admitted.orElseThrow().view().actor()
                : Actor.guest();
        var subject = account.map(found -> found.id().toString()).orElse("unknown");
        audit.record(actor, act(result), "account", subject, Map.of());
        return result;
    }

    private LogInResult result(Optional<Account> admitted, Optional<Instant> lockedUntil) {
        if (lockedUntil.isPresent()) return new LogInResult.LockedUntil(lockedUntil.get());
        return admitted.<LogInResult>map(account -> {
                    var view = account.view();
                    return new LogInResult.LoggedIn(
                            view.id(),
                            view.displayName(),
                            view.roles(),
                            view.securityVersion(),
                            adoptions.of(view.id()));
                })
                .orElseGet(LogInResult.Refused::new);
    }

    private static String act(LogInResult result) {
        return switch (result) {
            case LogInResult.LoggedIn in -> "account.logged-in";
            case LogInResult.Refused refused -> "account.log-in-refused";
            case LogInResult.LockedUntil locked -> "account.log-in-locked";
        };
    }
}
