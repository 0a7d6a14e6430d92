package org.kameng.domain.account;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one-time codes and takes them back, each with its audit row. */
@Component
class CodeDesk {
    private static final int PER_PHONE_AND_DAY = 10;

    private final People people;
    private final PhoneCodes codes;
    private final SealedSmsOutbox sms;
    private final RateLimits limits;
    private final IpLimits ipLimits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Ids ids;

    CodeDesk(
            People people,
            PhoneCodes codes,
            SealedSmsOutbox sms,
            RateLimits limits,
            IpLimits ipLimits,
            AuditLog audit,
            TransactionTemplate transaction,
            Ids ids) {
        this.people = people;
        this.codes = codes;
        this.sms = sms;
        this.limits = limits;
        this.ipLimits = ipLimits;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
    }

    void request(Phone phone, CodePurpose purpose, String ip) {
        ipLimits.takeCode(ip);
        limits.take("code.phone.minute", phone.digits(), 1, Duration.ofMinutes(1));
        limits.take("code.phone.day", phone.digits(), PER_PHONE_AND_DAY, Duration.ofDays(1));
        transaction.executeWithoutResult(status -> {
            var code = codes.issue(phone, purpose);
            // A registering owner of an account gets the code too and learns the rest once the phone is proven.
            if (purpose.servesAnyPhone() || people.byPhone(phone).isPresent())
                sms.add(new Sms(ids.uuid().toString(), phone.digits(), template(purpose), Map.of("code", code)));
            record("account.code-requested", phone, purpose);
        });
    }

    /** Refuses with CODE_WRONG; the try is counted either way. */
    void redeem(Phone phone, CodePurpose purpose, String code) {
        if (codes.redeem(phone, purpose, code)) return;
        transaction.executeWithoutResult(status -> record("account.code-refused", phone, purpose));
        throw new DomainException(ErrorCode.CODE_WRONG);
    }

    boolean confirm(Account account, CodePurpose purpose, String code) {
        var phone = people.phoneOf(account);
        if (phone.isEmpty()) return false;
        var right = codes.redeem(phone.get(), purpose, code);
        var act = right ? "account.code-confirmed" : "account.code-refused";
        transaction.executeWithoutResult(status -> audit.record(
                account.view().actor(), act, "account", account.id().toString(), Map.of("purpose", purpose)));
        return right;
    }

    // The index tells acts on the same phone together without showing it.
    private void record(String act, Phone phone, CodePurpose purpose) {
        var handle = HexFormat.of().formatHex(people.indexOf(phone), 0, 8);
        audit.record(Actor.guest(), act, "phone", handle, Map.of("purpose", purpose));
    }

    private static String template(CodePurpose purpose) {
        return switch (purpose) {
            case REGISTER -> "code-register";
            case RESET -> "code-reset";
            case REVEAL -> "code-reveal";
            case GUEST -> "code-guest";
            case LINK -> "code-link";
            case ADOPT -> "code-adopt";
        };
    }
}
