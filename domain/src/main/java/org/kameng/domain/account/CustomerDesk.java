package org.kameng.domain.account;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers help themselves: codes, registration, a new password. */
@Component
class CustomerDesk {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CODES_PER_PHONE_AND_DAY = 10;

    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PhoneCodes codes;
    private final LoginGuard guard;
    private final SealedSmsOutbox sms;
    private final RateLimits limits;
    private final AccountSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    CustomerDesk(
            People people,
            Accounts accounts,
            Passwords passwords,
            PhoneCodes codes,
            LoginGuard guard,
            SealedSmsOutbox sms,
            RateLimits limits,
            AccountSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.guard = guard;
        this.sms = sms;
        this.limits = limits;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    void requestCode(Phone phone, CodePurpose purpose, String ip) {
        limits.take("code.ip", ip, settings.codesPerIpPerHour(), HOUR);
        limits.take("code.phone.minute", phone.digits(), 1, Duration.ofMinutes(1));
        limits.take("code.phone.day", phone.digits(), CODES_PER_PHONE_AND_DAY, Duration.ofDays(1));
        transaction.executeWithoutResult(status -> {
            var code = codes.issue(phone, purpose);
            // A registering owner of an account gets the code too and learns the rest once the phone is proven.
            if (people.byPhone(phone).isPresent() || purpose == CodePurpose.REGISTER)
                sms.add(new Sms(
                        ids.uuid().toString(), phone.digits(), template(purpose), Map.of("code", code)));
            audit.record(Actor.guest(), "account.code-requested", "phone", handle(phone), Map.of("purpose", purpose));
        });
    }

    AccountId register(String typedPhone, String code, String password, String ip) {
        var phone = Phone.parse(typedPhone);
        PasswordRules.check(password, phone.digits());
        limits.take("register.ip", ip, settings.registrationsPerIpPerHour(), HOUR);
        redeem(phone, CodePurpose.REGISTER, code);
        return create(Optional.empty(), phone, password);
    }

    /** For a phone that is proven or vouched for; the new person is the actor unless someone else is named. */
    AccountId create(Optional<Actor> by, Phone phone, String password) {
        PasswordRules.check(password, phone.digits());
        var hash = passwords.hash(password);
        var id = new AccountId(ids.uuid());
        transaction.executeWithoutResult(status -> {
            if (people.byPhone(phone).isPresent()) throw new DomainException(ErrorCode.ACCOUNT_EXISTS);
            var account = accounts.saveAndFlush(
                    Account.customer(id, phone.masked(), people.seal(id, phone), hash, clock.instant()));
            var view = account.view();
            audit.record(
                    by.orElseGet(view::actor),
                    "account.registered",
                    "account",
                    id.toString(),
                    Map.of("roles", view.roles().stream().sorted().toList()));
        });
        return id;
    }

    void resetPassword(String typedPhone, String code, String newPassword, String ip) {
        var phone = Phone.parse(typedPhone);
        PasswordRules.check(newPassword, phone.digits());
        limits.take("reset.ip", ip, settings.registrationsPerIpPerHour(), HOUR);
        redeem(phone, CodePurpose.RESET, code);
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

    boolean confirmCode(Account account, CodePurpose purpose, String code) {
        var phone = people.phoneOf(account);
        if (phone.isEmpty()) return false;
        var right = codes.redeem(phone.get(), purpose, code);
        var act = right ? "account.code-confirmed" : "account.code-refused";
        transaction.executeWithoutResult(status -> audit.record(
                account.view().actor(), act, "account", account.id().toString(), Map.of("purpose", purpose)));
        return right;
    }

    private void redeem(Phone phone, CodePurpose purpose, String code) {
        if (codes.redeem(phone, purpose, code)) return;
        transaction.executeWithoutResult(status -> audit.record(
                Actor.guest(), "account.code-refused", "phone", handle(phone), Map.of("purpose", purpose)));
        throw new DomainException(ErrorCode.CODE_WRONG);
    }

    private static String template(CodePurpose purpose) {
        return switch (purpose) {
            case REGISTER -> "code-register";
            case RESET -> "code-reset";
            case REVEAL -> "code-reveal";
        };
    }

    // Tells acts on the same phone together without showing it.
    private String handle(Phone phone) {
        return HexFormat.of().formatHex(people.indexOf(phone), 0, 8);
    }
}
