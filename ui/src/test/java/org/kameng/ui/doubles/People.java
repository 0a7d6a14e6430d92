package org.kameng.ui.doubles;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.AccountView;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;

/** One customer and one member of the staff who may do everything; the password is {@code right}. */
public class People {
    public static final AccountId CUSTOMER = new AccountId(new UUID(0, 1));
    public static final AccountId STAFF = new AccountId(new UUID(0, 2));

    public static AccountService accounts() {
        return Partial.of(AccountService.class, new People());
    }

    public static Actor customer() {
        return new Actor(CUSTOMER, "138****0001", Set.of(Role.CUSTOMER));
    }

    public static Actor operator() {
        return new Actor(STAFF, "olga", Set.of(Role.OPERATOR));
    }

    public static Actor staff() {
        return new Actor(STAFF, "Olga", Role.staff());
    }

    public LogInResult logIn(String login, String password, String ip) {
        if (!password.equals("right")) {
            return new LogInResult.Refused();
        }
        return login.startsWith("138")
                ? new LogInResult.LoggedIn(CUSTOMER, "138****0001", Set.of(Role.CUSTOMER), 1)
                : new LogInResult.LoggedIn(STAFF, "Olga", Role.staff(), 1);
    }

    public void requestCode(String phone, CodePurpose purpose, String ip) {
        if (!phone.matches("1\\d{10}")) {
            throw new DomainException(ErrorCode.PHONE_INVALID);
        }
    }

    public AccountId register(String phone, String code, String password, String consentVersion, String ip) {
        if (!code.equals("123456")) {
            throw new DomainException(ErrorCode.CODE_WRONG);
        }
        return CUSTOMER;
    }

    public void resetPassword(String phone, String code, String password, String ip) {
        register(phone, code, password, "", ip);
    }

    public Optional<AccountView> find(AccountId id) {
        var actor = id.equals(STAFF) ? staff() : customer();
        return Optional.of(new AccountView(id, actor.name(), actor.name(), actor.roles(), false, 1, Instant.EPOCH));
    }

    public Map<AccountId, String> maskedPhones(Collection<AccountId> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> "138****0001", (one, other) -> one));
    }
}
